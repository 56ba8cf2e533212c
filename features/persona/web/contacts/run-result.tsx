import type { Estimate } from '#kit/statistics/estimate.ts';
import { Explain } from '#ui/explain.tsx';
import { useFormat } from '#ui/i18n.ts';
import { IntervalBar } from '#ui/interval-bar.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sentence } from '#ui/sentence.tsx';
import type { RunWithDrift } from '../../contract-contacts.ts';
import type { ContactListSummary } from '../../domain/contacts/contact-list.ts';
import type { ModelSummary } from '../../domain/detection/stored-model.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './contacts.module.css';
import { KnownCheck } from './known-check.tsx';
import { usePersonaNames } from './persona-names.ts';

type RunResultProps = {
  readonly run: RunWithDrift;
  readonly list: ContactListSummary;
  /** The model that ran, as it is now; undefined when it is gone. */
  readonly model: ModelSummary | undefined;
};

/** What a model found: how many contacts are of each persona, and how sure that is. */
export function RunResult({ run, list, model }: RunResultProps) {
  const t = useText();
  const { zone } = useWays();
  const format = useFormat(zone);
  const named = usePersonaNames();
  const { summary } = run;
  const largest = summary.personas.toSorted((a, b) => b.contacts - a.contacts)[0]!;
  const n = format.integer(summary.contacts);
  const bar = (key: string, name: string, color: string, share: Estimate) =>
    share.withheld ? null : (
      <IntervalBar
        key={key}
        label={name}
        value={share.value}
        low={share.low}
        high={share.high}
        text={format.share(share.value)}
        spoken={t('attribution.spoken', {
          name,
          share: format.share(share.value),
          low: format.share(share.low),
          high: format.share(share.high),
          n,
        })}
        color={color}
      />
    );
  const threshold = format.share(summary.threshold);
  return (
    <div className={classes.columns}>
      <section>
        <SectionTitle>{t('attribution.shares')}</SectionTitle>
        {largest.share.withheld ? (
          <p>{t('attribution.withheld', { n: largest.share.n, minimum: largest.share.minimum })}</p>
        ) : (
          <Explain
            explanation={{
              title: t('attribution.shares'),
              definition: t('attribution.explain.definition', { threshold }),
              n,
              source: t('attribution.explain.source', {
                file: list.fileName,
                date: format.date(run.at),
                model: run.modelName,
                revision: run.modelRevision,
              }),
              method: t('attribution.explain.method'),
            }}
          >
            <Sentence
              text={t('attribution.headline', {
                people: format.outOf(largest.share.value),
                name: named(largest).name,
              })}
              range={t('attribution.between', {
                low: format.share(largest.share.low),
                high: format.share(largest.share.high),
                n,
                date: format.date(run.at),
              })}
            />
          </Explain>
        )}
        <div className={classes.bars}>
          {summary.personas.map((persona) => {
            const { name, color } = named(persona);
            return bar(persona.key, name, color, persona.share);
          })}
          {bar('undecided', t('attribution.undecided'), 'var(--muted)', summary.undecided.share)}
        </div>
        <p className={classes.note}>{t('attribution.undecidedText', { threshold })}</p>
        {summary.unused.length > 0 && (
          <p className={classes.note}>
            {t('attribution.unused', {
              count: summary.unused.length,
              names: summary.unused.slice(0, 5).join(', '),
            })}
          </p>
        )}
      </section>
      <Confidence run={run} list={list} model={model} />
    </div>
  );
}

function Confidence({ run, list, model }: RunResultProps) {
  const t = useText();
  const format = useFormat();
  const { confidence, histogram, contacts } = run.summary;
  const most = Math.max(1, ...histogram);
  const calibration = model?.revision === run.modelRevision ? model.calibration : null;
  // Nothing is likelier than 1 in k: tenths that cannot be reached are left out.
  const first = Math.max(
    0,
    histogram.findIndex((count) => count > 0),
  );
  return (
    <section>
      <SectionTitle>{t('attribution.confidence')}</SectionTitle>
      {!confidence.withheld && (
        <p>
          {t('attribution.confidenceText', { mean: format.share(confidence.value) })}
          {format.share(confidence.low) !== format.share(confidence.high) &&
            ` ${t('attribution.confidenceBetween', {
              low: format.share(confidence.low),
              high: format.share(confidence.high),
            })}`}
        </p>
      )}
      <div className={classes.bars}>
        {histogram.map((count, bin) => {
          if (bin < first) return null;
          const range = { from: format.share(bin / 10), to: format.share((bin + 1) / 10) };
          return (
            <IntervalBar
              key={range.from}
              label={t('attribution.bin', range)}
              value={count}
              max={most}
              text={contacts === 0 ? '0' : format.integer(count)}
              spoken={t('attribution.binSpoken', { ...range, n: format.integer(count) })}
            />
          );
        })}
      </div>
      <p className={classes.note}>
        {calibration === null
          ? t('attribution.notCalibrated')
          : t(`attribution.calibrated_${calibration.against}`, {
              n: format.integer(calibration.n),
              error: format.share(calibration.error),
            })}
      </p>
      {model && <KnownCheck list={list} model={model} />}
    </section>
  );
}
