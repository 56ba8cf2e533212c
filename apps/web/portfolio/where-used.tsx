import type { MapSummary } from '#journey/contract.ts';
import { isLinked, neighboursOf } from '#journey/domain/portfolio/portfolio.ts';
import classes from './portfolio.module.css';
import { useText } from './text.ts';

type WhereUsedProps = { readonly maps: readonly MapSummary[]; readonly mapId: string };

/** Before a map is deleted: which other maps it is linked with; nothing where it stands alone. */
export function WhereUsed({ maps, mapId }: WhereUsedProps) {
  const t = useText();
  const around = neighboursOf(maps, mapId);
  if (!isLinked(around)) return null;
  const named = ({ title }: MapSummary) => title || t('untitled');
  const sentences = [
    ...around.parents.map(({ map, stageTitle }) =>
      stageTitle === null
        ? t('removing.usedParentOnly', { title: named(map) })
        : t('removing.usedParent', { title: named(map), stage: stageTitle }),
    ),
    ...around.subs.map(({ map, stageTitle }) =>
      t('removing.usedSub', { title: named(map), stage: stageTitle }),
    ),
    ...around.toBes.map((map) => t('removing.usedToBe', { title: named(map) })),
    ...(around.asIs ? [t('removing.usedAsIs', { title: named(around.asIs) })] : []),
  ];
  return (
    <>
      <p>{t('removing.used')}</p>
      <ul className={classes.used}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>{t('removing.consequence')}</p>
    </>
  );
}
