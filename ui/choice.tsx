import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import classes from './choice.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export type ChoiceOption<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  /** A CSS colour: a dot before the words. */
  readonly dot?: string;
};

type ChoiceProps<Value extends string> = {
  /** What is chosen: said by a screen reader, drawn above when `labelled`. */
  readonly label: string;
  readonly labelled?: boolean;
  /** Under the label, when `labelled`: what the choice changes. */
  readonly hint?: string;
  readonly options: readonly ChoiceOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

/** One of a few: a strip of radio buttons, moved through by the arrow keys as every group of radio buttons. */
export function Choice<Value extends string>({
  label,
  labelled = false,
  hint,
  options,
  value,
  onChange,
}: ChoiceProps<Value>) {
  const name = useId();
  const strip = useRef<HTMLDivElement>(null);
  // A strip wider than the page scrolls: what is chosen is to be seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once another is chosen
  useLayoutEffect(() => {
    const chosen = strip.current?.querySelector(':checked')?.parentElement;
    if (!strip.current || !chosen) return;
    const [frame, own] = [strip.current.getBoundingClientRect(), chosen.getBoundingClientRect()];
    if (own.left < frame.left || own.right > frame.right)
      strip.current.scrollLeft += own.left - frame.left - (frame.width - own.width) / 2;
  }, [value]);
  return (
    <fieldset className={classes.group}>
      <legend className={labelled ? classes.legend : undefined}>
        {labelled ? label : <VisuallyHidden>{label}</VisuallyHidden>}
      </legend>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      <div className={classes.strip} ref={strip}>
        {options.map((option) => (
          <label key={option.value} className={classes.option}>
            <input
              type="radio"
              name={name}
              className={classes.input}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.dot !== undefined && <span className={classes.dot} style={{ background: option.dot }} />}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
