import { IconX } from '@tabler/icons-react';
import { type CSSProperties, useId } from 'react';
import { SectionTitle } from '#ui/section-title.tsx';
import { slide } from '../../domain/edit/persona.ts';
import { expectationScales, type Persona } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { pronounOf } from '../words/pronoun.ts';
import classes from './sheet.module.css';
import { useSheet } from './sheet-context.ts';
import side from './side.module.css';

/** What they expect of us: three sliders, each from one word to the other; one nobody set says so. */
export function Scales({ persona }: { readonly persona: Persona }) {
  const { editor } = useSheet();
  const t = useText();
  const id = useId();
  const told = expectationScales.filter((scale) => persona[scale] !== null);
  if (!editor && told.length === 0) return null;
  return (
    <section
      aria-labelledby={id}
      className={classes.part}
      data-stated={told.length > 0 ? '' : undefined}
      style={{ '--colour': `var(--persona-${persona.colour})` } as CSSProperties}
    >
      <SectionTitle id={id}>{t(`sheet.expects.${pronounOf(persona)}`)}</SectionTitle>
      <div className={side.scales}>
        {(editor ? expectationScales : told).map((scale) => {
          const value = persona[scale];
          const low = t(`scale.${scale}.low`);
          const high = t(`scale.${scale}.high`);
          return (
            <div key={scale} className={side.scale} data-untold={value === null ? '' : undefined}>
              <span aria-hidden="true">{low}</span>
              <input
                type="range"
                min={0}
                max={1}
                step={0.01}
                value={value ?? 0.5}
                disabled={!editor}
                aria-label={t('scale.between', { low, high })}
                aria-valuetext={
                  value === null
                    ? t('scale.untold')
                    : t('scale.value', { value: Math.round(value * 100), low, high })
                }
                style={{ '--at': value ?? 0.5 } as CSSProperties}
                onChange={(event) => {
                  const next = Number(event.target.value);
                  editor?.edit((now) => slide(now, scale, next));
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Delete' && event.key !== 'Backspace') return;
                  event.preventDefault();
                  editor?.edit((now) => slide(now, scale, null));
                }}
              />
              <span aria-hidden="true">{high}</span>
              {editor && value !== null && (
                <button
                  type="button"
                  className={side.unset}
                  aria-label={t('scale.unset', { low, high })}
                  onClick={() => editor.edit((now) => slide(now, scale, null))}
                >
                  <IconX size={12} stroke={2} aria-hidden="true" />
                </button>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}
