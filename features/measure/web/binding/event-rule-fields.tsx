import { Checkbox, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Source } from '#measure/domain/source.ts';
import { useFormat } from '#ui/i18n.ts';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { Sentence } from '#ui/sentence.tsx';
import { useText } from '../text.ts';
import { type BindingDraft, channelsOf, eventNames, matchingEvents, toggle } from './binding-draft.ts';
import classes from './binding-editor.module.css';
import { ConditionList } from './condition-list.tsx';

type EventRuleFieldsProps = {
  readonly workspaceId: WorkspaceId;
  readonly source: Source;
  readonly draft: BindingDraft;
  readonly onChange: (draft: BindingDraft) => void;
};

/** Names (several), channels, conditions on attributes; and how many events of the source match them. */
export function EventRuleFields({ workspaceId, source, draft, onChange }: EventRuleFieldsProps) {
  const t = useText();
  const format = useFormat();
  const id = useId();
  const { query } = useApi();
  const [search, setSearch] = useState('');
  const input = { workspaceId, sourceId: source.id };
  const kinds = useQuery(query.measure.eventKinds.queryOptions({ input }));
  const all = kinds.data ?? [];
  const names = eventNames(all, search);
  const channels = channelsOf(all, draft.names);
  const matching = matchingEvents(all, draft);
  return (
    <>
      <fieldset className={classes.fieldset}>
        <legend>{t('binding.names')}</legend>
        <p className={classes.small}>{t('binding.namesHint')}</p>
        {kinds.error !== null && <FailureNotice error={kinds.error} onRetry={() => void kinds.refetch()} />}
        <TextInput
          type="search"
          aria-label={t('binding.search')}
          placeholder={t('binding.search')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <div className={classes.names} aria-busy={kinds.isPending}>
          {names.map((event) => (
            <Checkbox
              key={event.name}
              label={event.name}
              description={[
                t('strip.events', { count: event.events, said: format.integer(event.events) }),
                event.channels.slice(0, 4).join(', '),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
              checked={draft.names.has(event.name)}
              onChange={() => {
                const chosen = toggle(draft.names, event.name);
                const open = new Set(channelsOf(all, chosen));
                onChange({
                  ...draft,
                  names: chosen,
                  channels: new Set([...draft.channels].filter((channel) => open.has(channel))),
                });
              }}
            />
          ))}
          {kinds.data !== undefined && names.length === 0 && (
            <p className={classes.small}>{t('binding.noName', { search: search.trim() })}</p>
          )}
        </div>
      </fieldset>
      {channels.length > 1 && (
        <fieldset className={classes.fieldset}>
          <legend id={id}>{t('binding.channelsLabel')}</legend>
          <div className={classes.channels}>
            {channels.map((channel) => (
              <Checkbox
                key={channel}
                label={channel === '' ? t('binding.emptyChannel') : channel}
                checked={draft.channels.has(channel)}
                onChange={() => onChange({ ...draft, channels: toggle(draft.channels, channel) })}
              />
            ))}
          </div>
        </fieldset>
      )}
      <ConditionList
        workspaceId={workspaceId}
        sourceId={source.id}
        conditions={draft.conditions}
        onChange={(conditions) => onChange({ ...draft, conditions })}
      />
      <div aria-live="polite">
        {draft.names.size === 0 ? (
          <p className={classes.small}>{t('binding.matchingNone')}</p>
        ) : (
          <Sentence
            text={t(draft.conditions.length === 0 ? 'binding.matching' : 'binding.matchingAtMost', {
              count: matching,
              said: format.integer(matching),
            })}
            tone={matching === 0 ? 'negative' : 'neutral'}
          />
        )}
      </div>
    </>
  );
}
