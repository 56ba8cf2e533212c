import { TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ComponentProps, CSSProperties } from 'react';
import { randomId } from '#kit/random-id.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { editMap } from '../../domain/edit/map.ts';
import { addPersona, editPersona } from '../../domain/edit/persona.ts';
import { type JourneyMap, type MapPersona, mapStates } from '../../domain/schema.ts';
import { KindChoice } from '../frame/kind-choice.tsx';
import { TimeChoice } from '../frame/time-choice.tsx';
import { useText } from '../text.ts';
import { useMapContext } from '../view/map-context.ts';
import { LiveField, Section } from './fields.tsx';
import { Objectives } from './objectives.tsx';
import classes from './panel.module.css';
import { AddWorkspacePersona, PortraitLink } from './workspace-personas.tsx';

type MapDetailsProps = ComponentProps<typeof Objectives>;

const texts = ['scope', 'arrival', 'departure', 'story'] as const;
const titles = {
  scope: 'panel.mapScope',
  arrival: 'panel.arrival',
  departure: 'panel.departure',
  story: 'panel.story',
} as const;
const colours = [0, 1, 2, 3, 4, 5] as const;

/** What is said of the map as a whole: shown when no cell is chosen. */
export function MapDetails({ map, model, renderObjective }: MapDetailsProps) {
  const { editor } = useMapContext();
  const t = useText();
  return (
    <>
      <p className={classes.hint}>{t('panel.mapHint')}</p>
      <Objectives map={map} model={model} renderObjective={renderObjective} />
      <KindChoice map={map} />
      <Section title={t('panel.mapState')}>
        <Choice
          label={t('panel.mapState')}
          options={mapStates.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={map.state}
          onChange={(state) => editor.send(editMap(map, { state }))}
        />
      </Section>
      <Section title={t('personas.manage')}>
        {model.outline.personas.length === 0 && <p className={classes.hint}>{t('panel.personasNone')}</p>}
        <ul className={classes.list}>
          {model.outline.personas.map(([id, persona]) => (
            <PersonaLine key={id} map={map} id={id} persona={persona} />
          ))}
        </ul>
        <div>
          <Button
            look="quiet"
            icon={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => editor.send(addPersona(map, {}, randomId))}
          >
            {t('personas.add')}
          </Button>
        </div>
        <AddWorkspacePersona map={map} />
      </Section>
      {texts.map((field) => (
        <Section key={field} title={t(titles[field])}>
          <LiveField
            label={t(titles[field])}
            unlabelled
            value={map[field]}
            onText={(text) => editor.send(editMap(map, { [field]: text }))}
          />
        </Section>
      ))}
      <TimeChoice model={model} />
    </>
  );
}

type PersonaLineProps = { readonly map: JourneyMap; readonly id: string; readonly persona: MapPersona };

function PersonaLine({ map, id, persona }: PersonaLineProps) {
  const { editor } = useMapContext();
  const t = useText();
  const name = persona.name || t('nothing.persona');
  return (
    <li className={classes.persona}>
      <TextInput
        size="xs"
        aria-label={t('personas.name')}
        placeholder={t('nothing.persona')}
        maxLength={200}
        value={persona.name}
        onChange={(event) => editor.send(editPersona(map, id, { name: event.currentTarget.value }))}
        leftSection={
          <span
            className={classes.dot}
            style={{ '--colour': `var(--persona-${persona.colour})` } as CSSProperties}
          />
        }
        rightSection={
          <button
            type="button"
            className={classes.remove}
            aria-label={t('personas.remove', { name })}
            onClick={() => editor.removePersona(id)}
          >
            <IconX size={14} stroke={1.8} aria-hidden="true" />
          </button>
        }
      />
      <span className={classes.swatches}>
        {colours.map((colour) => (
          <button
            key={colour}
            type="button"
            aria-pressed={persona.colour === colour}
            aria-label={t('personas.colour', { name, colour: t(`colour.c${colour}`) })}
            onClick={() => editor.send(editPersona(map, id, { colour }))}
          >
            <span style={{ '--colour': `var(--persona-${colour})` } as CSSProperties} />
          </button>
        ))}
      </span>
      <PortraitLink map={map} id={id} persona={persona} />
    </li>
  );
}
