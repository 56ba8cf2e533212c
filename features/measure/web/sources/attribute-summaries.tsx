import type { AttributeSummary } from '#measure/domain/source.ts';
import { useFormat } from '#ui/i18n.ts';
import { countOf } from '../place.ts';
import { useText } from '../text.ts';
import classes from './source-page.module.css';

/** What customers can be compared by: each attribute with its commonest values. Groups under five are not counted out. */
export function AttributeSummaries({ attributes }: { readonly attributes: readonly AttributeSummary[] }) {
  const t = useText();
  const format = useFormat();
  if (attributes.length === 0) return <p className={classes.small}>{t('source.attributesNone')}</p>;
  return (
    <ul className={classes.attributes}>
      {attributes.map(({ name, distinct, values }) => (
        <li key={name}>
          <p>
            <strong>{name}</strong>{' '}
            <span className={classes.small}>
              {t('source.distinct', { count: distinct, said: format.integer(distinct) })}
            </span>
          </p>
          <p className={classes.small}>
            {values
              .slice(0, 5)
              .map(({ value, journeys }) => {
                const count = countOf(journeys);
                return count === null ? value : `${value} (${format.integer(count)})`;
              })
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
