import type { JourneyMap } from '../../domain/schema.ts';
import { PersonaMark } from '../canvas/persona-mark.tsx';
import panel from '../panel/panel.module.css';
import { useText as useMapText } from '../text.ts';
import { useMapContext } from '../view/map-context.ts';
import type { MapLook } from './look.ts';
import { useText } from './text.ts';
import classes from './tools.module.css';
import type { Compared } from './use-compared.ts';

type ComparedStripProps = {
  readonly map: JourneyMap;
  readonly compared: Compared | null;
  readonly onLook: (patch: Partial<MapLook>) => void;
};

/** Who is put side by side, in sight as long as they are; the way to what differs, and out. */
export function ComparedStrip({ map, compared, onLook }: ComparedStripProps) {
  const { view } = useMapContext();
  const t = useText();
  const words = useMapText();
  if (!compared) return null;
  return (
    <section className={classes.strip} aria-label={t('personas.choose')}>
      <strong>{t('personas.choose')}</strong>
      {compared.personaIds.map((id) => (
        <span key={id} className={classes.compared}>
          <PersonaMark colour={map.personas[id]?.colour ?? 0} size={10} />
          {map.personas[id]?.name || words('nothing.persona')}
        </span>
      ))}
      <button
        type="button"
        className={panel.go}
        onClick={() => {
          view.goTo(null);
          view.set({ sheetOpen: true });
        }}
      >
        {t('personas.title')} ({t('personas.count', { count: compared.found.cells.length })})
      </button>
      <button type="button" className={panel.go} onClick={() => onLook({ compared: [] })}>
        {t('personas.stop')}
      </button>
    </section>
  );
}
