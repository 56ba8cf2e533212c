import { NumberInput, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { randomId } from '#kit/random-id.ts';
import { Button } from '#ui/button.tsx';
import { useLocale } from '#ui/i18n.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { addObjective, editObjective, moveObjective, removeObjective } from '../../domain/edit/objective.ts';
import { type JourneyMap, type Objective, objectiveKinds } from '../../domain/schema.ts';
import { useObjectiveWords } from '../frame/objective-words.ts';
import { useText as useFrameText } from '../frame/text.ts';
import { useText } from '../text.ts';
import type { GridModel } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { LiveField, Section } from './fields.tsx';
import classes from './panel.module.css';

type ObjectivesProps = {
  readonly map: JourneyMap;
  readonly model: GridModel;
  /** The figure as it is now and what ties it to the data, from the page that knows them. */
  readonly renderObjective?: ((objectiveId: string, objective: Objective) => ReactNode) | undefined;
};

/** What the map is for: each objective with its figure, where it starts, where it should be, and by when. */
export function Objectives({ map, model, renderObjective }: ObjectivesProps) {
  const { editor } = useMapContext();
  const t = useText();
  const { objectives } = model.outline;
  return (
    <Section title={t('panel.objectives')}>
      {objectives.length === 0 && <p className={classes.hint}>{t('panel.objectivesNone')}</p>}
      <ul className={classes.list}>
        {objectives.map(([id, objective], at) => (
          <li key={id} className={classes.objective}>
            <div className={classes.objectiveHead}>
              <LiveField
                label={t('panel.objectiveText')}
                unlabelled
                value={objective.text}
                placeholder={t('panel.objectiveText')}
                onText={(text) => editor.send(editObjective(map, id, { text }))}
              />
              <span className={classes.objectiveActions}>
                <Moves map={map} id={id} above={objectives[at - 1]?.[0]} below={objectives[at + 1]?.[0]} />
                <IconButton
                  label={t('panel.objectiveRemove')}
                  icon={<IconX />}
                  onClick={() => editor.send(removeObjective(map, id))}
                />
              </span>
            </div>
            <ObjectiveFigures map={map} id={id} objective={objective} />
            {renderObjective?.(id, objective)}
          </li>
        ))}
      </ul>
      <div>
        <Button
          look="quiet"
          icon={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => editor.send(addObjective(map, { kind: 'satisfaction' }, randomId))}
        >
          {t('panel.objectiveAdd')}
        </Button>
      </div>
    </Section>
  );
}

type MovesProps = {
  readonly map: JourneyMap;
  readonly id: string;
  readonly above: string | undefined;
  readonly below: string | undefined;
};

/** The first objective is the first one read: their order is said too. */
function Moves({ map, id, above, below }: MovesProps) {
  const { editor } = useMapContext();
  const t = useText();
  return (
    <>
      {above !== undefined && (
        <IconButton
          label={t('menu.up')}
          icon={<IconArrowUp />}
          onClick={() => editor.send(moveObjective(map, { objectiveId: id, before: above }))}
        />
      )}
      {below !== undefined && (
        <IconButton
          label={t('menu.down')}
          icon={<IconArrowDown />}
          onClick={() => editor.send(moveObjective(map, { objectiveId: id, after: below }))}
        />
      )}
    </>
  );
}

type FiguresProps = { readonly map: JourneyMap; readonly id: string; readonly objective: Objective };

function ObjectiveFigures({ map, id, objective }: FiguresProps) {
  const { editor } = useMapContext();
  const t = useText();
  const frame = useFrameText();
  const locale = useLocale();
  const { kind, unit, baseline, target, due } = objective;
  const edit = (patch: Parameters<typeof editObjective>[2]) => editor.send(editObjective(map, id, patch));
  const shared = {
    size: 'xs',
    hideControls: true,
    decimalSeparator: locale === 'fr' ? ',' : '.',
  } as const;
  const said = useObjectiveWords()(objective);
  return (
    <>
      <div className={classes.objectiveFigures}>
        <Select
          size="xs"
          label={t('panel.objectiveKind')}
          allowDeselect={false}
          data={objectiveKinds.map((one) => ({ value: one, label: t(`objectiveKind.${one}`) }))}
          value={kind}
          onChange={(value) => {
            const known = objectiveKinds.find((one) => one === value);
            if (known) edit({ kind: known });
          }}
        />
        <TextInput
          size="xs"
          label={frame('objective.unit')}
          placeholder={frame('objective.unitExample')}
          maxLength={30}
          value={unit}
          onChange={(event) => edit({ unit: event.currentTarget.value })}
        />
        <NumberInput
          {...shared}
          label={frame('objective.baseline')}
          value={baseline ?? ''}
          onChange={(value) => edit({ baseline: typeof value === 'number' ? value : null })}
        />
        <NumberInput
          {...shared}
          label={t('panel.objectiveTarget')}
          value={target ?? ''}
          onChange={(value) => edit({ target: typeof value === 'number' ? value : null })}
        />
        <TextInput
          size="xs"
          type="date"
          label={frame('objective.due')}
          value={due ?? ''}
          onChange={(event) => edit({ due: event.currentTarget.value || null })}
        />
      </div>
      {said !== null && <p className={classes.hint}>{said}</p>}
    </>
  );
}
