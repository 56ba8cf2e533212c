import { everyoneKey } from '#measure/domain/measuring/split.ts';
import type { FunnelAnswer } from '#measure/domain/paths/answer.ts';
import { Button } from '#ui/button.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sentence } from '#ui/sentence.tsx';
import { groupLabel, peopleOutOf } from '../map/place-figures.ts';
import { countOf, shown, tellable } from '../place.ts';
import { Explained } from './explained.tsx';
import { FunnelPicture } from './funnel-picture.tsx';
import { type Steps, stepName } from './funnel-steps.tsx';
import { listed, type PartActions } from './part-menu.tsx';
import { PathFigure } from './path-figure.tsx';
import classes from './paths.module.css';
import { cell, type Twin } from './twin.tsx';
import { basisWords, type PathsView, quoted, rangeWords } from './view.ts';

type ShownFunnelProps = {
  readonly view: PathsView;
  readonly whole: string | undefined;
  readonly steps: Steps;
  readonly answer: FunnelAnswer;
};

/** A funnel said, drawn and compared. */
export function ShownFunnel({ view, whole, steps, answer }: ShownFunnelProps) {
  const { t, format } = view;
  const { basis, groups } = answer;
  const { within } = view.search;
  const everyone = groups[0]?.steps ?? [];
  const names = steps.map((step) => stepName(view, step));
  const [firstStep, lastStep] = [everyone[0], everyone.at(-1)];
  const said = names.map((name) => quoted(view, name));
  const [first = '', last = ''] = [said[0], said.at(-1)];
  if (!firstStep || !lastStep) return null;
  if (countOf(firstStep.reached) === 0) return <p role="status">{t('funnel.nobodyFirst', { first })}</p>;
  const caption = t('funnel.caption');
  const see = (step: number, group: string): PartActions['see'] =>
    (['reached', 'stopped', 'under-way'] as const)
      // Nobody stops before arriving at the last step.
      .slice(0, step < steps.length ? 3 : 1)
      .map((who) => ({
        words: t(`part.${who === 'stopped' && within !== undefined ? 'late' : who}`),
        search: listed(
          view.search,
          { of: 'step', step, who, ...(group !== everyoneKey && { group }) },
          { steps: steps.map((each) => [...each]) },
        ),
      }));
  const limit =
    within === undefined ? [] : [t('funnel.late', { time: format.durationInWords(within * 1000) })];
  const undecided = everyone.reduce((sum, step) => sum + (countOf(step.undecided) ?? 0), 0);
  const open = t('funnel.undecidedTotal', { count: undecided, said: format.integer(undecided) });
  return (
    <div className={classes.stack}>
      <Explained
        view={view}
        basis={basis}
        whole={whole}
        title={caption}
        {...headline(view, everyone, first, last)}
        definition={t('funnel.definition')}
        method={
          within === undefined ? t('funnel.method') : `${t('funnel.method')} ${t('funnel.methodWithin')}`
        }
      >
        {steps.length > 2 && <WorstStep view={view} steps={everyone} names={said} />}
        {undecided > 0 && <p className={classes.muted}>{open}</p>}
      </Explained>
      <PathFigure
        view={view}
        basis={basis}
        facts={basisWords(view, basis, whole)}
        notes={[...limit, ...(undecided > 0 ? [open] : [])]}
        twin={twinOf(view, answer, names, caption, see)}
      >
        {(width) => (
          <FunnelPicture
            view={view}
            answer={answer}
            names={names}
            width={width}
            caption={caption}
            see={see}
          />
        )}
      </PathFigure>
      {(groups.length > 1 || view.search.by !== undefined) && (
        <Differences view={view} answer={answer} names={said} />
      )}
    </div>
  );
}

type StepFigures = FunnelAnswer['groups'][number]['steps'];

function headline(view: PathsView, steps: StepFigures, first: string, last: string) {
  const { t, format, speech } = view;
  const final = steps.at(-1);
  const reached = countOf(steps[0]?.reached ?? 0) ?? 0;
  const only = t('funnel.sentenceOne', { count: reached, said: format.integer(reached), first });
  if (!final || steps.length < 2) return { text: only };
  if (countOf(final.reached) === 0) return { text: t('funnel.nobodyLast', { last }) };
  const estimate = shown(final.ofFirst);
  if (!estimate) {
    const { n, minimum } = final.ofFirst as { n: number; minimum: number };
    const few = tellable(n);
    return {
      text: only,
      range: t('funnel.withheld', { n: few === null ? t('funnel.few') : few, minimum }),
    };
  }
  return {
    text: t('funnel.sentence', { people: peopleOutOf(speech, estimate.value), first, last }),
    range: rangeWords(view, estimate),
  };
}

/** Between which two steps most are lost, when that can be told. */
function WorstStep({
  view,
  steps,
  names,
}: {
  view: PathsView;
  steps: StepFigures;
  names: readonly string[];
}) {
  const { t, format } = view;
  const losses = steps.slice(1).flatMap(({ ofPrevious }, at) => {
    const estimate = shown(ofPrevious);
    return estimate ? [{ at: at + 1, lost: 1 - estimate.value }] : [];
  });
  const [worst] = losses.sort((a, b) => b.lost - a.lost);
  if (!worst || worst.lost === 0) return null;
  return (
    <p>
      {t('funnel.worst', {
        from: names[worst.at - 1] ?? '',
        to: names[worst.at] ?? '',
        share: format.share(worst.lost),
      })}
    </p>
  );
}

const alpha = 0.05;

/** Each group against all others, step by step; what may be chance is counted, not told one by one. */
function Differences({
  view,
  answer,
  names,
}: {
  view: PathsView;
  answer: FunnelAnswer;
  names: readonly string[];
}) {
  const { t, format, speech } = view;
  const told = answer.differences.flatMap(({ group, step, difference }) => {
    const known = answer.groups.find(({ key }) => key === group);
    if (difference.withheld || !known) return [];
    const p = difference.adjustedP ?? difference.p;
    const points = (value: number) => format.decimal(value * 100, Math.abs(difference.value) < 0.1 ? 1 : 0);
    const less = difference.value < 0;
    return [
      {
        key: `${group} ${step}`,
        sure: p < alpha,
        size: Math.abs(difference.value),
        text: t(less ? 'funnel.less' : 'funnel.more', {
          group: groupLabel(speech, known),
          points: t('funnel.points', { value: points(Math.abs(difference.value)) }),
          from: names[step - 1] ?? '',
          to: names[step] ?? '',
          range: speech.t('range', {
            low: points(less ? -difference.high : difference.low),
            high: points(less ? -difference.low : difference.high),
          }),
          sure: t(p < alpha ? 'funnel.sure' : 'funnel.unsure', {
            p: p < 0.001 ? `<\u202f${format.decimal(0.001, 3)}` : format.decimal(p, 3),
          }),
        }),
      },
    ];
  });
  const sure = told.filter((each) => each.sure).sort((a, b) => b.size - a.size);
  return (
    <section className={classes.list} aria-labelledby="funnel-differences">
      <SectionTitle id="funnel-differences">{t('funnel.differences')}</SectionTitle>
      {told.length === 0 && <p>{t('funnel.nothingCompared')}</p>}
      {told.length > 0 && sure.length === 0 && <p>{t('funnel.noneSure', { count: told.length })}</p>}
      {sure.map(({ key, text }) => (
        <Sentence key={key} text={text} />
      ))}
      {told.length > 0 && <p className={classes.muted}>{t('funnel.adjusted', { count: told.length })}</p>}
    </section>
  );
}

function twinOf(
  view: PathsView,
  { groups }: FunnelAnswer,
  names: readonly string[],
  caption: string,
  see: (step: number, group: string) => PartActions['see'],
): Twin {
  const { t, format, speech } = view;
  const split = groups.length > 1;
  const count = (value: StepFigures[number]['reached']) => {
    const known = countOf(value);
    return known === null ? cell(t('funnel.few')) : cell(format.integer(known), known);
  };
  return {
    caption,
    columns: [
      { key: 'n', header: t('funnel.nHead'), figures: true },
      { key: 'place', header: t('funnel.placeHead'), names: true },
      ...(split ? [{ key: 'group', header: t('funnel.groupHead') }] : []),
      { key: 'reached', header: t('funnel.reachedHead'), figures: true },
      { key: 'first', header: t('funnel.firstHead'), figures: true },
      { key: 'low', header: t('funnel.lowHead'), figures: true },
      { key: 'high', header: t('funnel.highHead'), figures: true },
      { key: 'previous', header: t('funnel.previousHead'), figures: true },
      { key: 'undecided', header: t('funnel.undecidedHead'), figures: true },
    ],
    action: {
      header: t('flow.see'),
      of: (row) => (
        <span className={classes.rowActions}>
          {see(Math.floor(row / groups.length) + 1, groups[row % groups.length]?.key ?? '')
            .slice(0, 2)
            .map(({ words, search }, at) => (
              <Button
                key={words}
                look="quiet"
                className={classes.inline}
                aria-label={t('funnel.seeOf', { words, n: Math.floor(row / groups.length) + 1 })}
                onClick={() => view.onSearch(search)}
              >
                {t(at === 0 ? 'funnel.seeReached' : 'funnel.seeStopped')}
              </Button>
            ))}
        </span>
      ),
    },
    rows: names.flatMap((name, at) =>
      groups.flatMap((group) => {
        const step = group.steps[at];
        if (!step) return [];
        const [first, previous] = [shown(step.ofFirst), shown(step.ofPrevious)];
        return [
          [
            cell(String(at + 1)),
            cell(name),
            ...(split ? [cell(group.key === 'all' ? speech.t('everyone') : groupLabel(speech, group))] : []),
            count(step.reached),
            first ? cell(format.share(first.value), first.value) : cell('', ''),
            first ? cell(format.share(first.low), first.low) : cell('', ''),
            first ? cell(format.share(first.high), first.high) : cell('', ''),
            previous ? cell(format.share(previous.value), previous.value) : cell('', ''),
            count(step.undecided),
          ],
        ];
      }),
    ),
  };
}
