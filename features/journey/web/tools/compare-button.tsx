import { Popover } from '@mantine/core';
import { IconColumns2 } from '@tabler/icons-react';
import { useState } from 'react';
import { IconButton } from '#ui/icon-button.tsx';
import type { Entry } from '../../domain/outline.ts';
import { fewestCompared, mostCompared } from '../../domain/personas/side-by-side.ts';
import type { MapPersona } from '../../domain/schema.ts';
import { PersonaMark } from '../canvas/persona-mark.tsx';
import panel from '../panel/panel.module.css';
import { useText as useMapText } from '../text.ts';
import type { MapLook } from './look.ts';
import { useText } from './text.ts';
import classes from './tools.module.css';

type CompareButtonProps = {
  readonly personas: readonly Entry<MapPersona>[];
  readonly look: MapLook;
  readonly onLook: (patch: Partial<MapLook>) => void;
};

/** Which personas are put side by side; with the first two already chosen when it opens, there is something to see at once. */
export function CompareButton({ personas, look, onLook }: CompareButtonProps) {
  const t = useText();
  const map = useMapText();
  const [open, setOpen] = useState(false);
  const { compared } = look;
  /** Fewer than two are no comparison: kept here until the second is chosen. */
  const [alone, setAlone] = useState<readonly string[]>([]);
  if (personas.length < fewestCompared) return null;
  const chosen = compared.length > 0 ? compared : alone;
  const choose = (ids: readonly string[]) => {
    setAlone(ids);
    onLook({ compared: ids.length >= fewestCompared ? ids : [], personaId: null });
  };
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
    // In the order of the map, whatever the order of choosing.
    choose(personas.flatMap(([known]) => (next.includes(known) ? [known] : [])));
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      width={270}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <IconButton
          label={t('personas.compare')}
          icon={<IconColumns2 />}
          aria-expanded={open}
          aria-haspopup="dialog"
          aria-pressed={compared.length > 0}
          onClick={() => {
            if (!open && compared.length === 0) choose(personas.slice(0, fewestCompared).map(([id]) => id));
            setOpen(!open);
          }}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label={t('personas.compare')}>
        <fieldset className={classes.group}>
          <legend>
            {t('personas.choose')} <small>{t('personas.hint')}</small>
          </legend>
          <div className={panel.checks}>
            {personas.map(([id, persona]) => (
              <label key={id} className={panel.check}>
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  disabled={!chosen.includes(id) && chosen.length >= mostCompared}
                  onChange={() => toggle(id)}
                />
                <PersonaMark colour={persona.colour} size={10} />
                {persona.name || map('nothing.persona')}
              </label>
            ))}
          </div>
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}
