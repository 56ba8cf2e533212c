import type { Difference } from '#kit/statistics/estimate.ts';
import type { DriversAnswer } from '#measure/domain/impact/answer.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { PathFigure } from '../paths/path-figure.tsx';
import classes from '../paths/paths.module.css';
import { cell, type Twin } from '../paths/twin.tsx';
import { basisWords } from '../paths/view.ts';
import { fewWords } from './said.ts';
import type { TabProps } from './view.ts';
import { WhiskerPicture } from './whisker-picture.tsx';

/** Bars drawn, two to a place; all are in the table. */
const most = 16;

/** What being badly or well served at each place goes with. */
export function ShownContrasts({ view, whole, answer }: TabProps & { readonly answer: DriversAnswer }) {
  const { t, paths } = view;
  const { format, speech } = paths;
  const { contrasts } = answer;
  const gap = (difference: Difference) =>
    difference.withheld
      ? cell(fewWords(view, difference), '')
      : cell(
          `${format.signed(difference.value, 2)} (${speech.t('range', {
            low: format.fixed(difference.low, 2),
            high: format.fixed(difference.high, 2),
          })})`,
          difference.value,
        );
  const twin: Twin = {
    caption: t('contrast.caption'),
    columns: [
      { key: 'place', header: t('placeHead'), names: true },
      { key: 'role', header: t('contrast.roleHead') },
      { key: 'penalty', header: t('contrast.penaltyHead'), figures: true },
      { key: 'reward', header: t('contrast.rewardHead'), figures: true },
      { key: 'badly', header: t('contrast.badlyHead'), figures: true },
      { key: 'well', header: t('contrast.wellHead'), figures: true },
    ],
    rows: contrasts.map(({ key, role, penalty, reward, customers }) => [
      cell(paths.label(key)),
      cell(role === null ? t('contrast.unknown') : t(`contrast.role.${role}`)),
      gap(penalty),
      gap(reward),
      cell(format.integer(customers.badly), customers.badly),
      cell(format.integer(customers.well), customers.well),
    ]),
  };
  const rows = contrasts.flatMap(({ key, penalty, reward }) =>
    ([penalty, reward] as const).flatMap((difference, at) => {
      if (difference.withheld) return [];
      const label = `${paths.label(key)} – ${t(at === 0 ? 'contrast.penaltyHead' : 'contrast.rewardHead').toLocaleLowerCase()}`;
      const told = gap(difference);
      return [
        {
          key: `${at} ${key}`,
          label,
          value: difference.value,
          low: difference.low,
          high: difference.high,
          text: format.signed(difference.value, 2),
          spoken: `${label}\u202f: ${String(told.said)}`,
        },
      ];
    }),
  );
  return (
    <section className={classes.stack} aria-labelledby="contrasts">
      <SectionTitle id="contrasts">{t('contrast.title')}</SectionTitle>
      <p className={classes.muted}>{contrasts.length === 0 ? t('contrast.none') : t('contrast.intro')}</p>
      {contrasts.length > 0 && (
        <PathFigure
          view={paths}
          basis={answer.basis}
          facts={basisWords(paths, answer.basis, whole)}
          notes={[
            ...(rows.length > most ? [t('more', { count: Math.ceil((rows.length - most) / 2) })] : []),
            t('notCause'),
          ]}
          twin={twin}
        >
          {rows.length > 0
            ? (width) => <WhiskerPicture rows={rows.slice(0, most)} width={width} caption={twin.caption} />
            : undefined}
        </PathFigure>
      )}
    </section>
  );
}
