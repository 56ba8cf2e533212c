import { Select } from '@mantine/core';
import type { AnswerTarget } from '#measure/domain/impact/answered.ts';
import classes from '../paths/paths.module.css';
import { PlaceSelect } from '../paths/place-select.tsx';
import { quoted } from '../paths/view.ts';
import { targets } from './address.ts';
import type { ImpactView } from './view.ts';

/** The answer asked about; undefined while its place is to be chosen. */
export function targetOf({ own, paths }: ImpactView): AnswerTarget | undefined {
  const of = own.target ?? 'last';
  if (of === 'last' || of === 'mean') return { of };
  const place = of === 'goal' ? (own.goal ?? paths.commonest.at(-1)) : own.scored;
  return place === undefined ? undefined : { of, place };
}

/** The answer inside a sentence: "la note à « Appel »". */
export const answerWords = ({ t, paths }: ImpactView, target: AnswerTarget): string =>
  t(`target.said.${target.of}`, { place: 'place' in target ? quoted(paths, paths.label(target.place)) : '' });

/** What is explained, and the place it is at. */
export function TargetChoice({ view }: { readonly view: ImpactView }) {
  const { t, own, onOwn, paths } = view;
  const of = own.target ?? 'last';
  const target = targetOf(view);
  return (
    <>
      <Select
        className={classes.select}
        size="xs"
        label={t('target.label')}
        data={targets.map((value) => ({ value, label: t(`target.${value}`) }))}
        allowDeselect={false}
        value={of}
        onChange={(value) => onOwn({ target: targets.find((each) => each === value && each !== 'last') })}
      />
      {(of === 'place' || of === 'goal') && (
        <PlaceSelect
          view={paths}
          small
          label={t(of === 'goal' ? 'outcome.goal' : 'target.scored')}
          value={target && 'place' in target ? target.place : null}
          onChange={(key) => onOwn(of === 'goal' ? { goal: key ?? undefined } : { scored: key ?? undefined })}
        />
      )}
    </>
  );
}
