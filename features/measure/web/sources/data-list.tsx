import type { ReactNode } from 'react';
import type { Source } from '#measure/domain/source.ts';
import { useFormat } from '#ui/i18n.ts';
import { Pill } from '#ui/pill.tsx';
import type { Survey } from '#voice/domain/survey.ts';
import { logWords } from '../map/strip-words.ts';
import { useText } from '../text.ts';
import classes from './source-page.module.css';

type SourceListProps = {
  readonly sources: readonly Source[];
  readonly zone: string;
  readonly link: (source: Source) => ReactNode;
};

/** Sources of lived journeys as calm lines: what, how many, over which period, when they last came in. */
export function SourceList({ sources, zone, link }: SourceListProps) {
  const t = useText();
  const format = useFormat(zone);
  return (
    <ul className={classes.list}>
      {sources.map((source) => {
        const { stats } = source;
        return (
          <li key={source.id} className={classes.line}>
            <div>
              {link(source)} {source.simulated && <Pill tone="warning">{t('simulated')}</Pill>}
              <p>{stats === null ? t('sources.empty') : logWords({ t, format }, { stats }).join(' · ')}</p>
            </div>
            <p className={classes.when}>
              {stats !== null && stats.first !== null && stats.last !== null && (
                <>
                  {format.period(stats.first, stats.last)}
                  <br />
                </>
              )}
              {source.lastImportAt !== null &&
                t('sources.imported', { when: format.ago(source.lastImportAt, Date.now()) })}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

type SurveyListProps = {
  readonly surveys: readonly Survey[];
  readonly zone: string;
  readonly link: (survey: Survey) => ReactNode;
};

/** Surveys in the same hand. */
export function SurveyList({ surveys, zone, link }: SurveyListProps) {
  const t = useText();
  const format = useFormat(zone);
  return (
    <ul className={classes.list}>
      {surveys.map((survey) => {
        const scores = survey.mapping.scores.length;
        return (
          <li key={survey.id} className={classes.line}>
            <div>
              {link(survey)} {survey.simulated && <Pill tone="warning">{t('simulated')}</Pill>}
              <p>
                {[
                  t('sources.respondents', {
                    count: survey.respondents,
                    said: format.integer(survey.respondents),
                  }),
                  t('sources.scores', { count: scores, said: format.integer(scores) }),
                ].join(' · ')}
              </p>
            </div>
            <p className={classes.when}>
              {survey.firstAt !== null && survey.lastAt !== null && (
                <>
                  {format.period(survey.firstAt, survey.lastAt)}
                  <br />
                </>
              )}
              {t('sources.imported', { when: format.ago(survey.importedAt, Date.now()) })}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
