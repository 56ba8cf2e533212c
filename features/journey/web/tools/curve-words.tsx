import { type ReactNode, useMemo } from 'react';
import { useFormat } from '#ui/i18n.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { describeCurve } from '../../domain/curve.ts';
import type { EmotionPoint, JourneyMap } from '../../domain/schema.ts';
import panel from '../panel/panel.module.css';
import { useText as useMapText } from '../text.ts';
import type { GridModel } from '../view/grid-model.ts';
import { shownCurves } from '../view/shown-curves.ts';
import { useText } from './text.ts';

type CurveWordsProps = {
  readonly map: JourneyMap;
  readonly curves: readonly {
    readonly reading: EmotionPoint['reading'];
    readonly personaId: string | null;
  }[];
};

/** The curves drawn, in words, for the title of their lane; said anew only when one of them changed. */
export function useCurveWords(
  map: JourneyMap,
  model: GridModel,
  personaId: string | null,
  compared: readonly string[] | undefined,
): ReactNode {
  const { personas } = model.outline;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the map, only what curves are made of
  return useMemo(
    () => (
      <VisuallyHidden>
        <CurveWords map={map} curves={shownCurves(model.curves, personas, personaId, compared)} />
      </VisuallyHidden>
    ),
    [model.curves, personas, personaId, compared, map.steps, map.stages, map.phases],
  );
}

/** Curves said in words, one sentence each: "falls from +2 to −1 between … and …". Curves without a point say nothing. */
export function CurveWords({ map, curves }: CurveWordsProps) {
  const t = useText();
  const words = useMapText();
  const format = useFormat();
  const value = (number: number) => format.signed(number, 1);
  const step = (id: string) => map.steps[id]?.title || words('nothing.step');
  const sentences = curves.flatMap(({ reading, personaId }) => {
    const { points, stretches } = describeCurve(map, reading, personaId);
    const [first] = points;
    if (!first) return [];
    const name = personaId === null ? '' : map.personas[personaId]?.name || words('nothing.persona');
    const curve =
      reading === 'planned'
        ? t(personaId === null ? 'curve.planned' : 'curve.plannedFor', { name })
        : t(personaId === null ? 'curve.everyone' : 'curve.felt', { name });
    const told = stretches.map(({ trend, from, to }) =>
      t(`curve.${trend}`, {
        from: value(from.value),
        to: value(to.value),
        start: step(from.stepId),
        end: step(to.stepId),
      }),
    );
    const sentence =
      told.length === 0
        ? t('curve.one', { curve, value: value(first.value), step: step(first.stepId) })
        : t('curve.whole', { curve, stretches: told.join(', ') });
    return [{ key: `${reading}-${personaId}`, sentence }];
  });
  return sentences.map(({ key, sentence }) => (
    <span key={key} className={panel.curveWords}>
      {sentence}
    </span>
  ));
}
