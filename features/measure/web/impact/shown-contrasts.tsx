import type { Difference } from '#kit/statistics/estimate.ts';
import type { DriversAnswer } from '#measure/domain/impact/answer.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import classes from '../paths/paths.module.css';
import { cell, type Twin, TwinTable } from '../paths/twin.tsx';
import { fewWords } from './said.ts';
import type { ImpactView } from './view.ts';

/** What being badly or well served at each place goes with. */
export function ShownContrasts({
  view,
  answer,
}: {
  readonly view: ImpactView;
  readonly answer: DriversAnswer;
}) {
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
  return (
    <section className={classes.stack} aria-labelledby="contrasts">
      <SectionTitle id="contrasts">{t('contrast.title')}</SectionTitle>
      <p className={classes.muted}>{contrasts.length === 0 ? t('contrast.none') : t('contrast.intro')}</p>
      {contrasts.length > 0 && <TwinTable twin={twin} />}
    </section>
  );
}
