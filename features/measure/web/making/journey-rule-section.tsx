import { useState } from 'react';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Source } from '#measure/domain/source.ts';
import { Button } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import sources from '../sources/source-page.module.css';
import { useText } from '../text.ts';
import { JourneyRuleDialog } from './journey-rule-dialog.tsx';
import { ruleSentence } from './rule-words.ts';

type JourneyRuleSectionProps = {
  readonly workspaceId: WorkspaceId;
  readonly zone: string;
  readonly source: Source & { readonly stats: NonNullable<Source['stats']> };
};

/** What a journey is in a source, said and changed. */
export function JourneyRuleSection({ workspaceId, zone, source }: JourneyRuleSectionProps) {
  const t = useText();
  const format = useFormat(zone);
  const [changing, setChanging] = useState(false);
  const { stats, rule, identities } = source;
  return (
    <section aria-labelledby="journey-rule">
      <SectionTitle id="journey-rule">{t('rule.title')}</SectionTitle>
      <p className={sources.said}>{ruleSentence({ t, format }, rule)}</p>
      <p className={sources.small}>
        {stats.journeys === stats.customers
          ? t('rule.one', { customers: format.integer(stats.customers) })
          : t('rule.several', {
              customers: format.integer(stats.customers),
              journeys: format.integer(stats.journeys),
            })}{' '}
        {identities > 0 && t('rule.identities', { version: identities })}
      </p>
      <div className={sources.more}>
        <Button onClick={() => setChanging(true)}>{t('rule.change')}</Button>
      </div>
      {changing && (
        <JourneyRuleDialog workspaceId={workspaceId} source={source} onClose={() => setChanging(false)} />
      )}
    </section>
  );
}
