import type { WorkspaceId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { ok, type Result } from '#kit/result.ts';
import { type Alert, type AlertRoute, type Finding, findingOf } from '#measure/domain/indicator/alert.ts';
import type { Indicator } from '#measure/domain/indicator/indicator.ts';
import { postJson, webhookAddress } from '#platform/http/webhook.ts';
import type { Mailer } from '#platform/mail/mail.ts';
import type { AlertStore } from './alert-store.ts';
import type { IndicatorPorts } from './ports.ts';
import { tellIndicators } from './tell-indicators.ts';

/** An alert as it is said to people. */
export type AlertWords = (
  indicator: Indicator,
  finding: Finding,
) => { readonly title: string; readonly sentences: readonly string[] };

export type AlertPorts = IndicatorPorts & {
  readonly alerts: AlertStore;
  /** Null where the configuration names no mail server. */
  readonly mailer: Mailer | null;
  /** The words of the pages, in one language: wired by the server. */
  alertWords(workspaceId: WorkspaceId, language: Locale): Promise<Result<AlertWords>>;
};

/**
 * Looks at the newest period that is over of every indicator, and tells what is out of the ordinary in it, once for each period:
 * it is written down before it is sent, so that nothing is sent twice. Gives the alerts that are new. Problems: those of the settings
 * of the workspace.
 */
export async function checkAlerts(
  ports: AlertPorts,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<Result<Alert[]>> {
  const indicators = await ports.indicators.list(workspaceId);
  if (indicators.length === 0) return ok([]);
  const told = await tellIndicators(ports, workspaceId, indicators, now.getTime());
  if (!told.ok) return told;
  const route = await ports.alerts.route(workspaceId);
  const raised: Alert[] = [];
  for (const { indicator, told: own } of told.value) {
    const finding = own.ok ? findingOf(indicator, own.value.points) : null;
    if (!finding) continue;
    const alert: Alert = {
      indicatorId: indicator.id,
      finding,
      raisedAt: now.toISOString(),
      sent: { webhook: 'not-asked', mail: 'not-asked' },
    };
    if (!(await ports.alerts.raise(workspaceId, alert))) continue;
    const sent = await send(ports, workspaceId, route, indicator, finding);
    await ports.alerts.setSent(workspaceId, alert, sent);
    raised.push({ ...alert, sent });
  }
  return ok(raised);
}

async function send(
  ports: AlertPorts,
  workspaceId: WorkspaceId,
  route: AlertRoute,
  indicator: Indicator,
  finding: Finding,
): Promise<Alert['sent']> {
  if (!route.webhook && route.mail.length === 0) return { webhook: 'not-asked', mail: 'not-asked' };
  const words = await ports.alertWords(workspaceId, route.language);
  if (!words.ok)
    return {
      webhook: route.webhook ? 'failed' : 'not-asked',
      mail: route.mail.length > 0 ? 'failed' : 'not-asked',
    };
  const { title, sentences } = words.value(indicator, finding);
  const text = sentences.join('\n');
  const [webhook, mail] = await Promise.all([
    route.webhook === null ? ('not-asked' as const) : post(route.webhook),
    route.mail.length === 0 ? ('not-asked' as const) : write(route.mail),
  ]);
  return { webhook, mail };

  async function post({ address, secret }: NonNullable<AlertRoute['webhook']>): Promise<'sent' | 'failed'> {
    const to = webhookAddress(address);
    if (!to.ok) return 'failed';
    const posted = await postJson(
      to.value,
      {
        event: 'indicator.alert',
        workspaceId,
        indicator: { id: indicator.id, name: indicator.name, owner: indicator.owner },
        finding,
        title,
        text,
        page: `/w/${workspaceId}/indicators/${indicator.id}`,
      },
      secret === '' ? null : secret,
    );
    return posted.ok ? 'sent' : 'failed';
  }

  async function write(to: readonly string[]): Promise<Alert['sent']['mail']> {
    if (!ports.mailer) return 'no-server';
    const written = await ports.mailer.send({ to, subject: title.replace(/\s+/g, ' '), text });
    return written.ok ? 'sent' : 'failed';
  }
}
