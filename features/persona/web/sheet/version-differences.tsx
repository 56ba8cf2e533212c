import { useMemo } from 'react';
import { useText as useUiText } from '#ui/text.ts';
import { comparePersonas, type PersonaDifference, type ToldField } from '../../domain/compare.ts';
import type { Persona } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { channelWords } from '../words/channel-words.ts';
import { pronounOf } from '../words/pronoun.ts';
import classes from './versions.module.css';

type VersionDifferencesProps = { readonly version: Persona; readonly now: Persona };

/** What has changed since a version, thing by thing. */
export function VersionDifferences({ version, now }: VersionDifferencesProps) {
  const t = useText();
  const differences = useMemo(() => comparePersonas(version, now), [version, now]);
  if (differences.length === 0) return <p className={classes.none}>{t('versions.same')}</p>;
  return (
    <details className={classes.differences}>
      <summary>{t('versions.changed', { count: differences.length })}</summary>
      <ul>
        {differences.map((difference) => (
          <DifferenceLine
            key={JSON.stringify(difference)}
            difference={difference}
            version={version}
            now={now}
          />
        ))}
      </ul>
    </details>
  );
}

type DifferenceLineProps = VersionDifferencesProps & { readonly difference: PersonaDifference };

function DifferenceLine({ difference, version, now }: DifferenceLineProps) {
  const t = useText();
  const ui = useUiText();
  if (difference.what === 'field') {
    const { [difference.field]: before } = version;
    const { [difference.field]: after } = now;
    return (
      <li>
        <strong>{labelOf(t, difference.field, now)}</strong>{' '}
        {typeof before === 'string' && typeof after === 'string' ? (
          <Reworded before={before.trim()} after={after.trim()} />
        ) : (
          t('versions.fieldChanged')
        )}
      </li>
    );
  }
  if (difference.what === 'channel') {
    const name = channelWords(ui, difference.channel);
    return (
      <li>
        <strong>{t(`sheet.channels.${pronounOf(now)}`)}</strong>{' '}
        {difference.change === 'added' ? <ins>{name}</ins> : <del>{name}</del>}
      </li>
    );
  }
  const { change, section, before, after } = difference;
  return (
    <li>
      <strong>{t(`section.${section}`)}</strong>{' '}
      {change === 'evidence' || change === 'moved' ? (
        <>
          {after} <small>{t(`versions.${change}`)}</small>
        </>
      ) : (
        <Reworded before={before} after={after} />
      )}
    </li>
  );
}

const Reworded = ({ before, after }: { readonly before: string; readonly after: string }) => (
  <>
    {before !== '' && <del>{before}</del>} {after !== '' && <ins>{after}</ins>}
  </>
);

function labelOf(t: ReturnType<typeof useText>, field: ToldField, persona: Persona): string {
  switch (field) {
    case 'title':
      return t('sheet.name');
    case 'quote':
    case 'tagline':
      return t(`sheet.${field}`);
    case 'story':
      return t(`sheet.story.${pronounOf(persona)}`);
    case 'age':
    case 'size':
    case 'colour':
    case 'picture':
      return t(`versions.field.${field}`);
    case 'advice':
    case 'reactivity':
    case 'warmth':
      return t('scale.between', { low: t(`scale.${field}.low`), high: t(`scale.${field}.high`) });
    default:
      return t(`profile.${field}`);
  }
}
