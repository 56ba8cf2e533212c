import { EvidenceDot } from '#ui/evidence-dot.tsx';
import { useFormat } from '#ui/i18n.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { nextQuestions, openSections, provenShare } from '../../domain/proof.ts';
import type { Persona } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { ProofBar } from './proof-bar.tsx';
import classes from './sheet.module.css';
import { useSheet } from './sheet-context.ts';
import side from './side.module.css';
import { focusStatement, shortened } from './statement-item.tsx';

/** How many questions are offered: what one interview has time for. */
const mostQuestions = 3;

type ProofPartProps = {
  readonly persona: Persona;
  /** Brings the view on which a statement can be seen. */
  readonly onShow: (statementId: string) => void;
};

/** What the portrait rests on, and what to go and ask. */
export function ProofPart({ persona, onShow }: ProofPartProps) {
  const { today, editor } = useSheet();
  const t = useText();
  const format = useFormat();
  const proof = provenShare(persona, today);
  const questions = nextQuestions(persona, today, mostQuestions);
  const open = openSections(persona, mostQuestions);
  return (
    <section className={classes.part} aria-labelledby="proof" data-stated={proof.total > 0 ? '' : undefined}>
      <SectionTitle id="proof">{t('sheet.restsOn')}</SectionTitle>
      {proof.share === null ? (
        <p className={side.small}>{t('proof.nothing')}</p>
      ) : (
        <>
          <p className={side.figure}>{t('proof.share', { share: format.share(proof.share) })}</p>
          <ProofBar proof={proof} />
          <p className={side.small}>
            {[
              t('proof.proven', { count: proof.proven }),
              t('proof.assumed', { count: proof.assumed }),
              t('proof.stale', { count: proof.stale }),
            ].join('\u00a0· ')}
          </p>
        </>
      )}
      {questions.length > 0 && (
        <>
          <h3 className={side.subtitle}>{t('proof.ask')}</h3>
          <ul className={side.questions}>
            {questions.map(({ statementId, text, section, reason }) => (
              <li key={statementId}>
                <button
                  type="button"
                  onClick={() => {
                    onShow(statementId);
                    // Once the view that holds it is drawn.
                    window.setTimeout(() => focusStatement(statementId), 0);
                  }}
                  disabled={!editor}
                >
                  {reason === 'undated' ? <EvidenceDot state="proven" /> : <EvidenceDot state={reason} />}
                  <span>
                    {shortened(text)}
                    <small>
                      {t(`section.${section}`)} · {t(`proof.reason.${reason}`)}
                    </small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {proof.share !== null && open.length > 0 && (
        <p className={side.small}>
          {t('proof.open', { sections: open.map((section) => t(`section.${section}`)).join(', ') })}
        </p>
      )}
    </section>
  );
}
