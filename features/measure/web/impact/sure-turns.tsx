import { useState } from 'react';
import type { MomentsAnswer } from '#measure/domain/impact/answer.ts';
import type { AnswerTarget } from '#measure/domain/impact/answered.ts';
import { Button } from '#ui/button.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import classes from '../paths/paths.module.css';
import { quoted } from '../paths/view.ts';
import { MarkDialog, MarkedNotice } from './mark-dialog.tsx';
import { pWords } from './said.ts';
import { answerWords } from './target-choice.tsx';
import type { ImpactView } from './view.ts';

type SureTurnsProps = {
  readonly view: ImpactView;
  readonly answer: MomentsAnswer;
  readonly target: AnswerTarget;
  /** A gap as it is read. */
  readonly say: (value: number) => string;
};

/** Places offered at most: the widest gaps. */
const most = 7;

/** The places where the answer surely turns, each to be marked on a map as a moment of truth, with the figure that says so. */
export function SureTurns({ view, answer, target, say }: SureTurnsProps) {
  const { t, paths } = view;
  const { format } = paths;
  const [marking, setMarking] = useState<string | null>(null);
  const [marked, setMarked] = useState<Parameters<typeof MarkedNotice>[0]['marked'] | null>(null);
  const turns = answer.turns.flatMap(({ difference, sure, ...turn }) =>
    sure && !difference.withheld ? [{ ...turn, difference }] : [],
  );
  const { sourceName, simulated, importedAt } = answer.basis;
  const told = turns.slice(0, most).map(({ key, difference, badly, well }) => {
    const { value, low, high, adjustedP, p } = difference;
    const words = {
      place: quoted(paths, paths.label(key)),
      gap: say(value),
      range: paths.speech.t('range', { low: say(low), high: say(high) }),
      answer:
        target.of === 'goal'
          ? t('mark.goal', { goal: quoted(paths, paths.label(target.place)) })
          : answerWords(view, target),
      p: pWords(view, adjustedP ?? p),
      source: simulated ? `${sourceName}, ${paths.t('basis.simulated')}` : sourceName,
    };
    return {
      key,
      text: t('mark.turn', words),
      evidence: {
        kind: 'figure' as const,
        label: t('mark.evidence', words).slice(0, 500),
        reference: `${location.pathname}${location.search}`.slice(0, 2000),
        n: badly + well > 0 ? badly + well : null,
        date: importedAt?.slice(0, 10) ?? null,
      },
      n: format.integer(badly + well),
    };
  });
  const asked = told.find(({ key }) => key === marking);
  if (told.length === 0) return null;
  return (
    <section className={classes.stack} aria-labelledby="sure-turns">
      <SectionTitle id="sure-turns">{t('mark.section')}</SectionTitle>
      {marked && <MarkedNotice key={marked.id} view={view} marked={marked} onGone={() => setMarked(null)} />}
      <ul className={classes.turns}>
        {told.map(({ key, text, n }) => (
          <li key={key}>
            <span>
              {text} <span className={classes.muted}>{t('mark.n', { n })}</span>
            </span>
            <Button
              aria-label={t('mark.buttonOf', { place: quoted(paths, paths.label(key)) })}
              onClick={() => setMarking(key)}
            >
              {t('mark.button')}
            </Button>
          </li>
        ))}
      </ul>
      {turns.length > most && <p className={classes.muted}>{t('more', { count: turns.length - most })}</p>}
      {asked && (
        <MarkDialog
          view={view}
          place={asked.key}
          text={asked.text}
          evidence={asked.evidence}
          onMarked={(done) => {
            setMarking(null);
            setMarked(done);
          }}
          onClose={() => setMarking(null)}
        />
      )}
    </section>
  );
}
