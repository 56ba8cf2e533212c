import { IconDownload } from '@tabler/icons-react';
import { buttonClass } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sentence } from '#ui/sentence.tsx';
import { type Survey, surveySetAsideReasons } from '../domain/survey.ts';
import classes from './survey-page.module.css';
import { useText } from './text.ts';

type SurveyBalanceProps = { readonly workspaceId: string; readonly survey: Survey };

/** Rows read = kept + set aside; why; and the rows themselves. */
export function SurveyBalance({ workspaceId, survey }: SurveyBalanceProps) {
  const t = useText();
  const format = useFormat();
  const { read, kept, setAside } = survey.balance;
  const aside = read - kept;
  const said = {
    count: read,
    read: format.integer(read),
    kept: format.integer(kept),
    aside: format.integer(aside),
  };
  return (
    <section aria-labelledby="survey-balance">
      <SectionTitle id="survey-balance">{t('balance.title')}</SectionTitle>
      <div className={classes.facts}>
        <Sentence text={t(aside === 0 ? 'balance.allKept' : 'balance.sum', said)} />
      </div>
      {aside > 0 && (
        <>
          <ul className={classes.reasons}>
            {surveySetAsideReasons
              .filter((reason) => (setAside[reason] ?? 0) > 0)
              .map((reason) => (
                <li key={reason}>
                  <span>{t(`balance.reason.${reason}`)}</span>
                  <span>{format.integer(setAside[reason] ?? 0)}</span>
                </li>
              ))}
          </ul>
          <a
            className={buttonClass('plain')}
            href={`/api/v1/workspaces/${workspaceId}/survey-imports/${survey.importId}/set-aside.csv`}
            download
          >
            <IconDownload aria-hidden="true" />
            {t('balance.download')}
          </a>
        </>
      )}
    </section>
  );
}
