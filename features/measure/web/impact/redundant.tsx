import type { TouchpointsAnswer } from '#measure/domain/impact/answer.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { shareEnds } from '../ends.ts';
import classes from '../paths/paths.module.css';
import { quoted } from '../paths/view.ts';
import { shown } from '../place.ts';
import type { ImpactView } from './view.ts';

const most = 10;

/** Places that nearly always happen to the same customers within a day. */
export function Redundant({
  view,
  answer,
}: {
  readonly view: ImpactView;
  readonly answer: TouchpointsAnswer;
}) {
  const { t, paths } = view;
  const { format } = paths;
  const pairs = answer.redundant;
  return (
    <section className={classes.stack} aria-labelledby="redundant">
      <SectionTitle id="redundant">{t('redundant.title')}</SectionTitle>
      <p className={classes.muted}>{pairs.length === 0 ? t('redundant.none') : t('redundant.intro')}</p>
      {pairs.length > 0 && (
        <ul className={classes.list}>
          {pairs.slice(0, most).map(({ one, other, together, close }) => {
            const both = shown(together);
            const soon = shown(close);
            if (!both || !soon) return null;
            return (
              <li key={`${one} ${other}`}>
                {t('redundant.pair', {
                  one: quoted(paths, paths.label(one)),
                  other: quoted(paths, paths.label(other)),
                  both: format.share(both.value),
                  soon: format.share(soon.value),
                  ...shareEnds(format, both),
                  n: format.integer(both.n),
                })}
              </li>
            );
          })}
        </ul>
      )}
      {pairs.length > most && <p>{t('redundant.more', { count: pairs.length - most })}</p>}
    </section>
  );
}
