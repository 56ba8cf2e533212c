import { Select } from '@mantine/core';
import { IconId, IconLink } from '@tabler/icons-react';
import { folded } from '#kit/folded.ts';
import { randomId } from '#kit/random-id.ts';
import { addPersona, editPersona } from '../../domain/edit/persona.ts';
import type { JourneyMap, MapPersona } from '../../domain/schema.ts';
import { useStock } from '../frame/stock.ts';
import { useText } from '../tools/text.ts';
import { useMapContext } from '../view/map-context.ts';
import classes from './panel.module.css';

/** The personas of the workspace that are not on the map yet: choosing one puts it there, tied to its portrait. */
export function AddWorkspacePersona({ map }: { readonly map: JourneyMap }) {
  const { editor } = useMapContext();
  const t = useText();
  const stock = useStock();
  const there = new Set(Object.values(map.personas).map(({ personaId }) => personaId));
  const free = (stock?.personas ?? []).filter(({ id }) => !there.has(id));
  if (free.length === 0) return null;
  return (
    <Select
      size="xs"
      aria-label={t('portrait.add')}
      placeholder={t('portrait.add')}
      searchable
      data={free.map(({ id, title }) => ({ value: id, label: title || t('portrait.unnamed') }))}
      value={null}
      onChange={(id) => {
        const chosen = free.find((persona) => persona.id === id);
        if (chosen) {
          editor.send(addPersona(map, { name: chosen.title, personaId: chosen.id }, randomId));
        }
      }}
    />
  );
}

type PortraitLinkProps = { readonly map: JourneyMap; readonly id: string; readonly persona: MapPersona };

/** The portrait a persona of the map stands for; or, where one bears its name, the offer to tie them. */
export function PortraitLink({ map, id, persona }: PortraitLinkProps) {
  const { editor } = useMapContext();
  const t = useText();
  const stock = useStock();
  const own = stock?.personas.find((known) => known.id === persona.personaId);
  if (stock && own) {
    return (
      <a className={classes.portrait} href={stock.personaHref(own.id)}>
        <IconId size={14} stroke={1.7} aria-hidden="true" />
        {t('portrait.open', { name: own.title || t('portrait.unnamed') })}
      </a>
    );
  }
  const taken = new Set(Object.values(map.personas).map(({ personaId }) => personaId));
  const namesake = stock?.personas.find(
    ({ id: known, title }) => !taken.has(known) && folded(title.trim()) === folded(persona.name.trim()),
  );
  if (!namesake) return null;
  return (
    <button
      type="button"
      className={classes.portrait}
      onClick={() => editor.send(editPersona(map, id, { personaId: namesake.id }))}
    >
      <IconLink size={14} stroke={1.7} aria-hidden="true" />
      {t('portrait.tie', { name: namesake.title })}
    </button>
  );
}
