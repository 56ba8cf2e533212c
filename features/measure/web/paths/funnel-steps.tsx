import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { mostFunnelSteps } from '#measure/domain/paths/question.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import classes from './paths.module.css';
import { PlaceSelect } from './place-select.tsx';
import type { PathsView } from './view.ts';

export type Steps = readonly (readonly string[])[];

export const stepName = ({ t, label }: Pick<PathsView, 't' | 'label'>, step: readonly string[]): string =>
  step.map(label).join(t('funnel.or'));

type FunnelStepsProps = {
  readonly view: PathsView;
  readonly steps: Steps;
  /** They are a proposal: the address does not say them yet. */
  readonly proposed: boolean;
  readonly onChange: (steps: Steps) => void;
};

/** The steps of a funnel in order: added, moved and removed by keyboard as by mouse. */
export function FunnelSteps({ view, steps, proposed, onChange }: FunnelStepsProps) {
  const { t } = view;
  const list = useRef<HTMLOListElement>(null);
  const adding = useRef<HTMLDivElement>(null);
  /** What was pressed, and where its step is after the change: the focus follows it. */
  const followed = useRef<{ readonly at: number; readonly button: number } | 'add' | null>(null);
  const told = JSON.stringify(steps);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once the steps have changed
  useEffect(() => {
    const follow = followed.current;
    followed.current = null;
    if (follow === 'add') adding.current?.querySelector('input')?.focus();
    else if (follow !== null) {
      const buttons = [...(list.current?.children[follow.at]?.querySelectorAll('button') ?? [])];
      (buttons[follow.button]?.disabled
        ? buttons.find((button) => !button.disabled)
        : buttons[follow.button]
      )?.focus();
    }
  }, [told]);
  const change = (next: Steps, follow: NonNullable<typeof followed.current>) => {
    followed.current = follow;
    onChange(next);
  };
  const moved = (from: number, to: number) => {
    const next = steps.filter((_, at) => at !== from);
    return next.toSpliced(to, 0, steps[from] ?? []);
  };
  return (
    <section className={classes.stack} aria-labelledby="funnel-steps">
      <SectionTitle id="funnel-steps">{t('funnel.steps')}</SectionTitle>
      {proposed && steps.length > 0 && <p className={classes.muted}>{t('funnel.fromCommonest')}</p>}
      <ol className={classes.steps} ref={list}>
        {steps.map((step, at) => {
          const place = stepName(view, step);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place can be a step twice
            <li key={`${at} ${place}`}>
              <span className={classes.muted}>{at + 1}</span>
              <span>{place}</span>
              <span>
                <IconButton
                  label={t('funnel.up', { place })}
                  icon={<IconArrowUp size={16} aria-hidden="true" />}
                  disabled={at === 0}
                  onClick={() => change(moved(at, at - 1), { at: at - 1, button: 0 })}
                />
                <IconButton
                  label={t('funnel.down', { place })}
                  icon={<IconArrowDown size={16} aria-hidden="true" />}
                  disabled={at === steps.length - 1}
                  onClick={() => change(moved(at, at + 1), { at: at + 1, button: 1 })}
                />
                <IconButton
                  label={t('funnel.remove', { place })}
                  icon={<IconX size={16} aria-hidden="true" />}
                  disabled={steps.length === 1}
                  onClick={() =>
                    change(
                      steps.filter((_, other) => other !== at),
                      { at: Math.min(at, steps.length - 2), button: 2 },
                    )
                  }
                />
              </span>
            </li>
          );
        })}
      </ol>
      {steps.length < mostFunnelSteps ? (
        <div ref={adding}>
          <PlaceSelect
            key={steps.length}
            view={view}
            label={t('funnel.add')}
            empty={t('funnel.addHint')}
            value={null}
            onChange={(key) => key !== null && change([...steps, [key]], 'add')}
          />
        </div>
      ) : (
        <p className={classes.muted}>{t('funnel.full')}</p>
      )}
    </section>
  );
}
