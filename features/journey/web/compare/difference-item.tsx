import { IconArrowsMove, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { useFormat, useLocale } from '#ui/i18n.ts';
import { useText as useUiText } from '#ui/text.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import {
  type ComparedPart,
  comparedParts,
  type Difference,
  type FieldChange,
  type Spot,
} from '../../domain/compare/difference.ts';
import { wordDiff } from '../../domain/compare/words.ts';
import { useText as useMapText } from '../text.ts';
import classes from './compare.module.css';
import { useText } from './text.ts';
import { isProse, toldValue } from './told-value.ts';

const icons = { added: IconPlus, removed: IconMinus, moved: IconArrowsMove, rewritten: IconPencil } as const;

type DifferenceItemProps = {
  readonly difference: Difference;
  readonly onGo: (difference: Difference) => void;
};

/** One difference: what happened to what and where, then the words themselves. */
export function DifferenceItem({ difference, onGo }: DifferenceItemProps) {
  const t = useText();
  const words = useMapText();
  const { change, part, fields } = difference;
  const Drawn = icons[change];
  const laneName = (lane: Spot['lane']) => (lane ? lane.title || words(`lane.${lane.type}`) : '');
  const what = part === 'map' ? t('map.rewritten') : t(`part.${part}.${change}`);
  const place =
    part === 'cards'
      ? [laneName(difference.spot.lane), difference.spot.step]
      : part === 'touchpoints'
        ? [difference.spot.step]
        : part === 'stages'
          ? [difference.spot.phase]
          : [];
  const name = difference.name || (part === 'lanes' ? laneName(difference.spot.lane) : '') || t('untitled');
  const told = fields.some(({ field }) => field === 'text' || field === 'title' || field === 'name');
  return (
    <li className={classes.item}>
      <Drawn size={16} stroke={1.8} className={classes[change]} aria-hidden="true" />
      <div className={classes.words}>
        <p className={classes.what}>
          <span>{what}</span>
          {place.filter((word) => word !== '').map((word) => ` · ${word}`)}
        </p>
        {!told && (
          <p className={change === 'removed' ? classes.gone : classes.name}>{part === 'map' ? null : name}</p>
        )}
        {change === 'moved' && <MoveLine difference={difference} laneName={laneName} />}
        {fields.length > 0 && (
          <ul className={classes.fields}>
            {fields.map((field) => (
              <FieldLine key={field.field} change={field} alone={told && fields.length === 1} />
            ))}
          </ul>
        )}
        <Alongside alongside={difference.alongside} />
      </div>
      <button type="button" className={classes.go} onClick={() => onGo(difference)}>
        {t('see')}
        <VisuallyHidden>{`, ${what}, ${name}`}</VisuallyHidden>
      </button>
    </li>
  );
}

function MoveLine({
  difference: { from, spot, moved, part },
  laneName,
}: {
  readonly difference: Difference;
  readonly laneName: (lane: Spot['lane']) => string;
}) {
  const t = useText();
  if (moved === 'order' || !from) return <p className={classes.small}>{t('order')}</p>;
  const said = (where: Spot) =>
    part === 'stages'
      ? where.phase
      : part === 'steps'
        ? where.stage
        : [laneName(from.lane) === laneName(spot.lane) ? '' : laneName(where.lane), where.step || where.stage]
            .filter((word) => word !== '')
            .join(' · ');
  return (
    <p className={classes.small}>
      {t('from', { place: said(from) || t('untitled') })} {t('to', { place: said(spot) || t('untitled') })}
    </p>
  );
}

/** What came or went with it. */
function Alongside({ alongside }: { readonly alongside: Difference['alongside'] }) {
  const t = useText();
  const locale = useLocale();
  const things = comparedParts.flatMap((name: ComparedPart) => {
    const count = alongside[name] ?? 0;
    const said = count > 0 ? t.maybe(`beside.${name}`, { count }) : undefined;
    return said === undefined ? [] : [said];
  });
  if (things.length === 0) return null;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(things);
  return <p className={classes.small}>{t('with', { things: list })}</p>;
}

function FieldLine({ change, alone }: { readonly change: FieldChange; readonly alone: boolean }) {
  const t = useText();
  const map = useMapText();
  const ui = useUiText();
  const format = useFormat();
  const words = { t, map, format, channel: (name: string) => ui.maybe(`channel.${name}`) ?? name };
  const label = t.maybe(`field.${change.field}`) ?? change.field;
  return (
    <li>
      {alone ? <VisuallyHidden>{label} </VisuallyHidden> : <span className={classes.field}>{label} </span>}
      {isProse(change) ? (
        wordDiff(String(change.before ?? ''), String(change.after ?? '')).map(({ kind, text }, index) =>
          kind === 'same' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
            <span key={index}>{text}</span>
          ) : kind === 'added' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
            <ins key={index}>{text}</ins>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
            <del key={index}>{text}</del>
          ),
        )
      ) : (
        <>
          <del>{toldValue(change.field, change.before, words)}</del>{' '}
          <ins>{toldValue(change.field, change.after, words)}</ins>
        </>
      )}
    </li>
  );
}
