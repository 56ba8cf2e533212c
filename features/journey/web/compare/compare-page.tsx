import { useMemo, useState } from 'react';
import { Choice } from '#ui/choice.tsx';
import { useLocale } from '#ui/i18n.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { compareMaps } from '../../domain/compare/compare.ts';
import { type ChangeKind, changeKinds, type Difference } from '../../domain/compare/difference.ts';
import { type MapReference, referenceTo } from '../../domain/reference.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import classes from './compare.module.css';
import { CurveComparison } from './curve-comparison.tsx';
import { DifferenceItem } from './difference-item.tsx';
import { useText } from './text.ts';

/** A map with what the reader calls it: "Actuel", "Version du 3 avril". */
export type NamedMap = { readonly name: string; readonly map: JourneyMap };

type ComparePageProps = {
  readonly before: NamedMap;
  readonly after: NamedMap;
  /** Where to look at a difference, and on which of the two maps. */
  readonly onGo: (reference: MapReference, on: 'before' | 'after') => void;
};

/** J6: what changed between an as-is map and its to-be, or between two versions: the curve, then part by part. */
export function ComparePage({ before, after, onGo }: ComparePageProps) {
  const t = useText();
  const locale = useLocale();
  const [shown, setShown] = useState<ChangeKind | 'all'>('all');
  const { differences, counts, curves } = useMemo(
    () => compareMaps(before.map, after.map),
    [before.map, after.map],
  );
  const names = { before: before.name, after: after.name };
  const present = changeKinds.filter((kind) => counts[kind] > 0);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const sections = grouped(
    differences.filter(({ change }) => shown === 'all' || change === shown),
    before.map,
    after.map,
  );
  const moved = curves.filter(({ changed }) => changed);
  const go = (one: Difference) => {
    const map = one.seenIn === 'before' ? before.map : after.map;
    onGo(one.part === 'map' ? { at: 'map' } : referenceTo(map, { part: one.part, id: one.id }), one.seenIn);
  };
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        {differences.length === 0 && moved.length === 0 ? (
          <>
            <p className={classes.summary}>{t('none')}</p>
            <p className={classes.small}>{t('noneText')}</p>
          </>
        ) : (
          <>
            <p className={classes.summary}>{t('summary', { count: differences.length, ...names })}</p>
            {present.length > 0 && (
              <p className={classes.small}>
                {list.format(present.map((kind) => t(`count.${kind}`, { count: counts[kind] })))}
              </p>
            )}
          </>
        )}
      </header>
      {moved.length > 0 && <CurveComparison curves={curves} {...names} />}
      {differences.length > 0 && (
        <section className={classes.differences} aria-labelledby="compare-parts">
          <div className={classes.curveHead}>
            <SectionTitle id="compare-parts">{t('title')}</SectionTitle>
            {present.length > 1 && (
              <Choice
                label={t('filter')}
                options={[
                  { value: 'all', label: t('all') },
                  ...present.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
                ]}
                value={shown}
                onChange={setShown}
              />
            )}
          </div>
          {sections.length === 0 && <p className={classes.small}>{t('noneHere')}</p>}
          {sections.map(({ stageId, title, state, own }) => (
            <section key={stageId ?? 'frame'} className={classes.stage}>
              <h3 className={classes.stageTitle}>
                {stageId === null ? t('frame') : title || t('untitled')}
                {state !== null && <small>{t(state)}</small>}
              </h3>
              <ul className={classes.items}>
                {own.map((one) => (
                  <DifferenceItem key={`${one.change}/${one.part}/${one.id}`} difference={one} onGo={go} />
                ))}
              </ul>
            </section>
          ))}
        </section>
      )}
    </div>
  );
}

type Group = {
  readonly stageId: string | null;
  readonly title: string;
  readonly state: 'stageGone' | 'stageNew' | null;
  readonly own: Difference[];
};

/** By stage, in the order they come in. */
function grouped(differences: readonly Difference[], before: JourneyMap, after: JourneyMap): Group[] {
  const groups = new Map<string | null, Group>();
  for (const one of differences) {
    const group = groups.get(one.stageId);
    if (group) {
      group.own.push(one);
      continue;
    }
    const [old, now] = [before, after].map(({ stages }) =>
      one.stageId !== null && Object.hasOwn(stages, one.stageId) ? stages[one.stageId] : undefined,
    );
    groups.set(one.stageId, {
      stageId: one.stageId,
      title: (now ?? old)?.title ?? '',
      state: one.stageId === null || (old && now) ? null : now ? 'stageNew' : 'stageGone',
      own: [one],
    });
  }
  return [...groups.values()];
}
