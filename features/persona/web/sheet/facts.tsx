import { NumberInput, Popover, Select } from '@mantine/core';
import { useState } from 'react';
import { Choice } from '#ui/choice.tsx';
import { useFormat } from '#ui/i18n.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { editPersona } from '../../domain/edit/persona.ts';
import { genders, type Persona, purchasingPowers, type Range } from '../../domain/schema.ts';
import type { Editor } from '../source.ts';
import { useText } from '../text.ts';
import { factsOf } from '../words/facts.ts';
import evidence from './evidence.module.css';
import { LiveText } from './live-text.tsx';
import classes from './sheet.module.css';
import { useSheet } from './sheet-context.ts';

/** Who they are in one line; pointing at it opens what the line is made of. */
export function Facts({ persona }: { readonly persona: Persona }) {
  const { editor } = useSheet();
  const t = useText();
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const line = factsOf({ t, format }, persona).join('\u00a0· ');
  if (!editor) return line === '' ? null : <p className={classes.facts}>{line}</p>;
  return (
    <p className={classes.facts} data-empty={line === '' ? '' : undefined}>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-start"
        width="min(26rem, calc(100vw - 2rem))"
        middlewares={{ flip: true, shift: true, size: true }}
        trapFocus
        returnFocus
        withRoles
      >
        <Popover.Target>
          <button type="button" onClick={() => setOpened(!opened)}>
            {line === '' ? t(`sheet.factsPlaceholder.${persona.kind}`) : line}
            <VisuallyHidden> — {t('sheet.factsEdit')}</VisuallyHidden>
          </button>
        </Popover.Target>
        <Popover.Dropdown className={evidence.dropdown} aria-label={t('sheet.factsEdit')}>
          <FactsForm persona={persona} editor={editor} />
        </Popover.Dropdown>
      </Popover>
    </p>
  );
}

const peopleTexts = ['occupation', 'sector', 'household', 'circumstances'] as const;
const companyTexts = ['sector', 'role', 'circumstances'] as const;

type Told = (typeof peopleTexts)[number] | (typeof companyTexts)[number];

/** What marks a life is not what marks a business. */
const labelOf = ({ kind }: Persona, field: Told) =>
  kind === 'company' && field === 'circumstances' ? ('business' as const) : field;

function FactsForm({ persona, editor }: { readonly persona: Persona; readonly editor: Editor }) {
  const t = useText();
  const people = persona.kind === 'people';
  return (
    <div className={evidence.card}>
      {people ? (
        <>
          <RangeFields
            name="age"
            most={130}
            range={persona.age}
            onChange={(age) => editor.edit((now) => editPersona(now, { age }))}
          />
          <Choice
            label={t('profile.gender')}
            labelled
            options={genders.map((value) => ({ value, label: t(`gender.${value}`) }))}
            value={persona.gender ?? 'any'}
            onChange={(gender) => editor.edit((now) => editPersona(now, { gender }))}
          />
        </>
      ) : (
        <RangeFields
          name="size"
          most={10_000_000}
          range={persona.size}
          onChange={(size) => editor.edit((now) => editPersona(now, { size }))}
        />
      )}
      {(people ? peopleTexts : companyTexts).map((field) => (
        <div key={field} className={evidence.field}>
          <span>{t(`profile.${labelOf(persona, field)}`)}</span>
          <LiveText
            className={evidence.boxed}
            label={t(`profile.${labelOf(persona, field)}`)}
            placeholder={t(`profile.example.${labelOf(persona, field)}`)}
            maxLength={400}
            value={persona[field]}
            place={field}
            onText={(text) => editor.edit((now) => editPersona(now, { [field]: text }))}
          />
        </div>
      ))}
      {people && (
        <Select
          size="xs"
          clearable
          label={t('profile.purchasingPower')}
          placeholder={t('profile.untold')}
          comboboxProps={{ withinPortal: false }}
          data={purchasingPowers.map((value) => ({ value, label: t(`purchasingPower.${value}`) }))}
          value={persona.purchasingPower}
          onChange={(value) =>
            editor.edit((now) =>
              editPersona(now, {
                purchasingPower: purchasingPowers.find((known) => known === value) ?? null,
              }),
            )
          }
        />
      )}
    </div>
  );
}

type RangeFieldsProps = {
  readonly name: 'age' | 'size';
  readonly most: number;
  readonly range: Range | null;
  readonly onChange: (range: Persona['age']) => void;
};

/** Two ends, each of which may stay open; an end that would cross the other takes it along. */
function RangeFields({ name, most, range, onChange }: RangeFieldsProps) {
  const t = useText();
  const { from, to } = range ?? { from: null, to: null };
  const put = (end: 'from' | 'to', value: number | null) => {
    const next = { from, to, [end]: value };
    if (next.from !== null && next.to !== null && next.from > next.to) {
      next[end === 'from' ? 'to' : 'from'] = value;
    }
    onChange(next.from === null && next.to === null ? null : next);
  };
  return (
    <div className={evidence.pair}>
      {(['from', 'to'] as const).map((end) => (
        <NumberInput
          key={end}
          size="xs"
          label={t(`profile.${name}.${end}`)}
          min={0}
          max={most}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          hideControls
          value={(end === 'from' ? from : to) ?? ''}
          onBlur={(event) => {
            const digits = event.currentTarget.value.replace(/\D/g, '');
            const value = digits === '' ? null : Math.min(most, Number(digits));
            if (value !== (end === 'from' ? from : to)) put(end, value);
          }}
        />
      ))}
    </div>
  );
}
