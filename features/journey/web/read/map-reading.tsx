import { type ReactNode, useMemo } from 'react';
import { Choice } from '#ui/choice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import type { LiveFigures } from '../../domain/live-figures.ts';
import { outline } from '../../domain/outline.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { BeginSlide, EndSlide } from '../present/end-slides.tsx';
import { StageSlide } from '../present/stage-slide.tsx';
import { useText as usePresentText } from '../present/text.ts';
import classes from './reading.module.css';
import { useText } from './text.ts';

type MapSheetProps = {
  readonly map: JourneyMap;
  /** What the data say, as on the map; null: nothing, or not yet. */
  readonly live: LiveFigures | null;
  readonly personaId: string | null;
  readonly onPersona: (personaId: string | null) => void;
};

type MapReadingProps = MapSheetProps & {
  /** Where the page lies: links. */
  readonly crumbs?: ReactNode;
  /** Under the bar: the maps this one is linked with. */
  readonly strip?: ReactNode;
  /** Beside the title: the way back to drawing. */
  readonly actions: ReactNode;
};

/** J11: the map read from top to bottom, stage after stage: what fits a phone. Nothing can be changed from here. */
export function MapReading({ crumbs, strip, actions, ...sheet }: MapReadingProps) {
  const words = usePresentText();
  return (
    <div className={classes.page}>
      <div>
        <PageHeader crumbs={crumbs} title={sheet.map.title || words('untitled')} actions={actions} />
        {strip}
      </div>
      <MapSheet {...sheet} />
    </div>
  );
}

/** What a map says, as a text: also of a map that is no more, as a version of it kept. */
export function MapSheet({ map, live, personaId, onPersona }: MapSheetProps) {
  const t = useText();
  const words = usePresentText();
  const whole = useMemo(() => outline(map), [map]);
  const persona = personaId !== null && Object.hasOwn(map.personas, personaId) ? personaId : null;
  return (
    <div className={classes.sheet} lang={map.language}>
      {whole.personas.length > 0 && (
        <Choice
          label={words('who')}
          options={[
            { value: everyone, label: words('everyone') },
            ...whole.personas.map(([id, { name, colour }]) => ({
              value: id,
              label: name || words('untitled'),
              dot: `var(--persona-${colour})`,
            })),
          ]}
          value={persona ?? everyone}
          onChange={(id) => onPersona(id === everyone ? null : id)}
        />
      )}
      <BeginSlide map={map} outline={whole} titled={false} />
      <nav aria-label={t('contents')}>
        <ol className={classes.contents}>
          {whole.stages.map(({ id, stage }) => (
            <li key={id}>
              <a
                href={`#read-${id}`}
                onClick={(event) => {
                  // The address names the map; where one reads it is not worth an entry in the history.
                  event.preventDefault();
                  document.getElementById(`read-${id}`)?.scrollIntoView({ block: 'start' });
                }}
              >
                {stage.title || words('untitled')}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {whole.stages.map((node) => (
        <section key={node.id} id={`read-${node.id}`} className={classes.stage}>
          <StageSlide map={map} outline={whole} node={node} personaId={persona} live={live} under={2} />
        </section>
      ))}
      <section className={classes.stage}>
        <EndSlide map={map} outline={whole} personaId={persona} live={live} under={2} />
      </section>
    </div>
  );
}

/** No persona has this id: ids have no space. */
const everyone = 'every one';

export type WayToLook = 'read' | 'draw';

/** Read or draw: what is shown of a map, by whoever looks at it. */
export function WayChoice(props: { readonly way: WayToLook; readonly onWay: (way: WayToLook) => void }) {
  const t = useText();
  return (
    <Choice
      label={t('way')}
      options={(['read', 'draw'] as const).map((value) => ({ value, label: t(value) }))}
      value={props.way}
      onChange={props.onWay}
    />
  );
}
