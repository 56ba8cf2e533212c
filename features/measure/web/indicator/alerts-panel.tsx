import { Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import type { AlertRoute } from '#measure/domain/indicator/alert.ts';
import type { Indicator } from '#measure/domain/indicator/indicator.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { findingSentences } from './finding-words.ts';
import classes from './indicator.module.css';
import type { IndicatorSpeech } from './words.ts';

type AlertsPanelProps = {
  readonly speech: IndicatorSpeech;
  readonly workspaceId: WorkspaceId;
  readonly indicators: readonly Indicator[];
  readonly link: (indicator: Indicator) => ReactNode;
};

/** Alerts shown before "all of them" would be a page of its own. */
const mostShown = 6;

/** What was out of the ordinary, the newest first, and where it is told besides. */
export function AlertsPanel({ speech, workspaceId, indicators, link }: AlertsPanelProps) {
  const { t, format } = speech;
  const { query } = useApi();
  const [routing, setRouting] = useState(false);
  const alerts = useQuery(query.indicator.alerts.queryOptions({ input: { workspaceId } }));
  const shown = (alerts.data ?? []).flatMap((alert) => {
    const indicator = indicators.find(({ id }) => id === alert.indicatorId);
    return indicator ? [{ ...alert, indicator }] : [];
  });
  return (
    <section aria-labelledby="alerts" className={classes.alerts}>
      <div className={classes.head}>
        <SectionTitle id="alerts">{t('alert.title')}</SectionTitle>
        <Button look="quiet" onClick={() => setRouting(true)}>
          {t('alert.route')}
        </Button>
      </div>
      {alerts.error !== null && <FailureNotice error={alerts.error} onRetry={() => void alerts.refetch()} />}
      {alerts.data !== undefined && shown.length === 0 && <p className={classes.small}>{t('alert.none')}</p>}
      {shown.length > 0 && (
        <ul className={classes.alertList}>
          {shown.slice(0, mostShown).map(({ indicator, finding, raisedAt, sent }) => (
            <li key={`${indicator.id} ${finding.from}`}>
              <p>
                <strong>{link(indicator)}</strong> {findingSentences(speech, indicator, finding).join(' ')}
              </p>
              <p className={classes.small}>
                {t('alert.raised', { when: format.moment(raisedAt) })}
                {sent.webhook === 'sent' && ` · ${t('alert.webhookSent')}`}
                {sent.webhook === 'failed' && ` · ${t('alert.webhookFailed')}`}
                {sent.mail === 'sent' && ` · ${t('alert.mailSent')}`}
                {sent.mail === 'failed' && ` · ${t('alert.mailFailed')}`}
                {sent.mail === 'no-server' && ` · ${t('alert.mailNoServer')}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {routing && <RouteLoader workspaceId={workspaceId} speech={speech} onClose={() => setRouting(false)} />}
    </section>
  );
}

type RouteProps = {
  readonly speech: IndicatorSpeech;
  readonly workspaceId: WorkspaceId;
  readonly onClose: () => void;
};

function RouteLoader(props: RouteProps) {
  const { query } = useApi();
  const found = useQuery(
    query.indicator.alertRoute.queryOptions({ input: { workspaceId: props.workspaceId }, staleTime: 0 }),
  );
  return found.data ? <RouteDialog {...props} route={found.data} /> : null;
}

function RouteDialog({
  speech,
  workspaceId,
  onClose,
  route,
}: RouteProps & { readonly route: AlertRoute & { readonly mailReady: boolean } }) {
  const { t } = speech;
  const { query } = useApi();
  const queries = useQueryClient();
  const [address, setAddress] = useState(route.webhook?.address ?? '');
  const [secret, setSecret] = useState(route.webhook?.secret ?? '');
  const [mail, setMail] = useState(route.mail.join(', '));
  const told = route.webhook !== null || route.mail.length > 0;
  const [language, setLanguage] = useState<Locale>(told ? route.language : speech.locale);
  const save = useMutation(
    query.indicator.setAlertRoute.mutationOptions({
      onSuccess() {
        void queries.invalidateQueries({ queryKey: query.indicator.alertRoute.key() });
        onClose();
      },
    }),
  );
  return (
    <Dialog
      opened
      title={t('alert.route')}
      submit={t('save')}
      busy={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={() =>
        save.mutate({
          workspaceId,
          webhook: address.trim() === '' ? null : { address: address.trim(), secret },
          mail: mail.split(/[\s,;]+/).filter((each) => each !== ''),
          language,
        })
      }
    >
      <p>{t('alert.routeText')}</p>
      <TextInput
        data-autofocus
        label={t('alert.webhook')}
        description={t('alert.webhookHint')}
        inputMode="url"
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <TextInput
        label={t('alert.secret')}
        description={t('alert.secretHint')}
        autoComplete="off"
        maxLength={200}
        value={secret}
        onChange={(event) => setSecret(event.currentTarget.value)}
      />
      <TextInput
        label={t('alert.mail')}
        description={t(route.mailReady ? 'alert.mailHint' : 'alert.mailNotSet')}
        inputMode="email"
        autoComplete="off"
        value={mail}
        onChange={(event) => setMail(event.currentTarget.value)}
      />
      <Select
        label={t('alert.language')}
        data={[
          { value: 'fr', label: 'Français' },
          { value: 'en', label: 'English' },
        ]}
        allowDeselect={false}
        value={language}
        onChange={(value) => setLanguage(value === 'en' ? 'en' : 'fr')}
      />
    </Dialog>
  );
}
