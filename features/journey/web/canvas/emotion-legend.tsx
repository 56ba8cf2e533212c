import type { CSSProperties } from 'react';
import { useText } from '../text.ts';
import type { Curve } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { curveColour } from '../view/shown-curves.ts';
import { useView } from '../view/view-store.ts';
import emotion from './emotion.module.css';
import type { EmotionPersonas } from './emotion-personas.ts';
import lanes from './lane.module.css';
import { PersonaMark } from './persona-mark.tsx';

type EmotionLegendProps = {
  readonly curves: readonly Curve[];
  readonly personas: EmotionPersonas;
  readonly personaId: string | null;
  readonly measured: boolean;
};

/** What each line is, and which of "felt" and "wanted" a click draws. */
export function EmotionLegend({ curves, personas, personaId, measured }: EmotionLegendProps) {
  const { view } = useMapContext();
  const t = useText();
  const reading = useView(view, (state) => state.reading);
  const felt = curves.filter((curve) => curve.reading === 'felt');
  const several = felt.length > 1;
  const own = felt[0] ?? { personaId };
  return (
    <ul className={lanes.legend}>
      <li>
        <button
          type="button"
          tabIndex={-1}
          aria-pressed={reading === 'felt'}
          title={t('emotion.drawFelt')}
          onClick={() => view.set({ reading: 'felt' })}
        >
          {!several && <Sample colour={curveColour(own, personas)} width={2.6} />}
          {t('emotion.felt')}
        </button>
      </li>
      {several &&
        felt.map((curve) => (
          <li key={curve.key}>
            <CurveSample curve={curve} personas={personas} />
            {personas.find(([id]) => id === curve.personaId)?.[1].name ||
              t(curve.personaId === null ? 'emotion.everyone' : 'nothing.persona')}
          </li>
        ))}
      {measured && (
        <li>
          <svg width="22" height="10" viewBox="0 0 22 10" aria-hidden="true">
            <rect y="0.5" width="22" height="9" className={emotion.band} />
            <path d="M0 5H22" stroke="var(--ink)" strokeWidth="1.6" />
          </svg>
          {t('emotion.measured')}
        </li>
      )}
      <li>
        <button
          type="button"
          tabIndex={-1}
          aria-pressed={reading === 'planned'}
          title={t('emotion.drawPlanned')}
          onClick={() => view.set({ reading: 'planned' })}
        >
          <svg width="22" height="10" viewBox="0 0 22 10" aria-hidden="true">
            <path d="M0 5H22" stroke="var(--muted)" strokeWidth="1.5" strokeDasharray="3 3" />
          </svg>
          {t('emotion.planned')}
        </button>
      </li>
    </ul>
  );
}

/** The line of a curve with the mark of its points. */
function CurveSample({ curve, personas }: { readonly curve: Curve; readonly personas: EmotionPersonas }) {
  const persona = personas.find(([id]) => id === curve.personaId)?.[1];
  return (
    <span className={lanes.sample}>
      <Sample colour={curveColour(curve, personas)} width={2.6} />
      {persona && (
        <span className={lanes.mark}>
          <PersonaMark colour={persona.colour} size={10} hollow />
        </span>
      )}
    </span>
  );
}

const Sample = ({ colour, width }: { readonly colour: string; readonly width: number }) => (
  <svg
    width="22"
    height="10"
    viewBox="0 0 22 10"
    aria-hidden="true"
    style={{ color: colour } as CSSProperties}
  >
    <path d="M1 5H21" stroke="currentColor" strokeWidth={width} strokeLinecap="round" />
  </svg>
);
