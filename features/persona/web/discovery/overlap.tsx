import { useFormat } from '#ui/i18n.ts';
import { PlainTable } from '#ui/plain-table.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sentence } from '#ui/sentence.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useText } from '../text.ts';
import classes from './found.module.css';
import type { Proposal } from './proposals.ts';

type OverlapProps = {
  readonly proposals: readonly Proposal[];
  readonly nameOf: (proposal: Proposal) => string;
};

/** Mean probability from which two personas are worth a sentence. */
const worthSaying = 0.05;

/** Who can be taken for whom: the worst pair in words, then the whole table. */
export function Overlap({ proposals, nameOf }: OverlapProps) {
  const t = useText();
  const format = useFormat();
  if (proposals.length < 2) return null;
  const between = (from: Proposal, to: Proposal): number =>
    from.persona.overlap
      .filter(({ key }) => to.keys.includes(key))
      .reduce((sum, { probability }) => sum + probability, 0);
  const worst = proposals
    .flatMap((from) =>
      proposals.flatMap((to) => (to === from ? [] : [{ from, to, share: between(from, to) }])),
    )
    .sort((a, b) => b.share - a.share)[0]!;
  return (
    <section className={classes.section}>
      <SectionTitle>{t('discovery.overlap')}</SectionTitle>
      {worst.share < worthSaying ? (
        <p className={classes.lead}>{t('discovery.overlapNone')}</p>
      ) : (
        <Sentence
          text={t('discovery.overlapPair', {
            share: format.share(worst.share),
            from: nameOf(worst.from),
            to: nameOf(worst.to),
          })}
        />
      )}
      <PlainTable
        caption={t('discovery.overlapTable')}
        rows={proposals}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'name',
            header: <VisuallyHidden>{t('discovery.k')}</VisuallyHidden>,
            names: true,
            cell: nameOf,
          },
          ...proposals.map((to) => ({
            key: to.key,
            header: nameOf(to),
            figures: true,
            cell: (from: Proposal) => (from.key === to.key ? '' : format.share(between(from, to))),
          })),
        ]}
      />
    </section>
  );
}
