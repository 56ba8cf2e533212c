import type { DriversAnswer } from '#measure/domain/impact/answer.ts';
import type { AnswerTarget } from '#measure/domain/impact/answered.ts';
import { shareEnds } from '../ends.ts';
import { Explained } from '../paths/explained.tsx';
import { PathFigure } from '../paths/path-figure.tsx';
import classes from '../paths/paths.module.css';
import { cell, figures, type Twin } from '../paths/twin.tsx';
import { basisWords, quoted } from '../paths/view.ts';
import { shown } from '../place.ts';
import { betweenWords, pWords, shareCells } from './said.ts';
import { ShownContrasts } from './shown-contrasts.tsx';
import { answerWords } from './target-choice.tsx';
import type { ImpactView, TabProps } from './view.ts';
import { WhiskerPicture, type WhiskerRow } from './whisker-picture.tsx';

type ShownDriversProps = TabProps & { readonly answer: DriversAnswer; readonly target: AnswerTarget };
type DriverRow = DriversAnswer['drivers'][number];

/** Places drawn; all of them are in the table. */
const most = 15;
const sureUnder = 0.05;

export function ShownDrivers({ view, whole, answer, target }: ShownDriversProps) {
  const { t, paths } = view;
  const { format } = paths;
  const { basis, drivers, explained, leftOut, customers } = answer;
  const answering = answerWords(view, target);
  const told = shown(explained);
  if (!told || drivers.length === 0)
    return (
      <p role="status">
        {customers < basis.minimum
          ? t('drivers.withheld', {
              answer: answering,
              n: customers < 5 ? t('fewHidden') : format.integer(customers),
              minimum: basis.minimum,
            })
          : t('drivers.same')}
      </p>
    );
  const sure = drivers.filter(({ adjustedP }) => adjustedP < sureUnder);
  const [first] = sure;
  const weight = shown(first?.weight);
  const caption = t('drivers.caption');
  const rows = drivers.slice(0, most).flatMap((driver) => rowOf(view, driver));
  const notes = [
    drivers.length > most ? t('more', { count: drivers.length - most }) : '',
    leftOut > 0 ? t('target.leftOut', { count: leftOut }) : '',
    t('notCause'),
  ].filter((note) => note !== '');
  return (
    <div className={classes.stack}>
      <Explained
        view={paths}
        basis={basis}
        whole={whole}
        title={caption}
        text={
          first && weight
            ? t('drivers.sentence', {
                place: quoted(paths, paths.label(first.key)),
                answer: answering,
                share: format.share(weight.value),
              })
            : t('drivers.sentenceNone', { answer: answering })
        }
        range={weight ? betweenWords(view, weight) : undefined}
        definition={t('drivers.definition')}
        method={t('drivers.method')}
      >
        <p>
          {t('drivers.together', { share: format.share(told.value), ...shareEnds(format, told) })}{' '}
          {told.value < 0.5 ? t('drivers.weak') : ''}
        </p>
        <p>{t('notCause')}</p>
      </Explained>
      <PathFigure
        view={paths}
        basis={basis}
        facts={basisWords(paths, basis, whole)}
        notes={notes}
        twin={twinOf(view, answer, told.value)}
      >
        {(width) => <WhiskerPicture rows={rows} width={width} caption={caption} />}
      </PathFigure>
      {(target.of === 'last' || target.of === 'place') && (
        <ShownContrasts view={view} whole={whole} answer={answer} />
      )}
    </div>
  );
}

const sideOf = ({ adjustedP, correlation }: DriverRow): 'up' | 'down' | 'unsure' =>
  adjustedP >= sureUnder ? 'unsure' : correlation.value > 0 ? 'up' : 'down';

function rowOf({ t, paths }: ImpactView, driver: DriverRow): WhiskerRow[] {
  const { format } = paths;
  const { key, weight, customers } = driver;
  if (weight.withheld) return [];
  const side = sideOf(driver);
  const label = paths.label(key);
  const sign = side === 'unsure' ? '' : ` ${t(side === 'up' ? 'drivers.upShort' : 'drivers.downShort')}`;
  return [
    {
      key,
      label,
      value: weight.value,
      low: weight.low,
      high: weight.high,
      text: `${format.share(weight.value)}${sign}`,
      spoken: t('drivers.spoken', {
        place: label,
        value: format.share(weight.value),
        ...shareEnds(format, weight),
        n: format.integer(customers),
        side: t(`drivers.${side}`),
      }),
    },
  ];
}

function twinOf(view: ImpactView, { drivers }: DriversAnswer, told: number): Twin {
  const { t, paths } = view;
  const { format } = paths;
  return {
    caption: t('drivers.caption'),
    columns: [
      { key: 'place', header: t('placeHead'), names: true },
      figures('customers', t('drivers.customersHead')),
      figures('weight', t('drivers.weightHead')),
      figures('low', t('lowHead')),
      figures('high', t('highHead')),
      figures('told', t('drivers.ofToldHead')),
      figures('correlation', t('drivers.correlationHead')),
      figures('correlation-low', t('lowHead')),
      figures('correlation-high', t('highHead')),
      figures('p', t('adjustedHead')),
    ],
    rows: drivers.map(({ key, customers, weight, correlation, adjustedP }) => [
      cell(paths.label(key)),
      cell(format.integer(customers), customers),
      ...shareCells(view, weight),
      weight.withheld || told === 0
        ? cell('', '')
        : cell(format.share(weight.value / told), weight.value / told),
      ...[correlation.value, correlation.low, correlation.high].map((value) =>
        cell(format.fixed(value, 2), value),
      ),
      cell(pWords(view, adjustedP), adjustedP),
    ]),
  };
}
