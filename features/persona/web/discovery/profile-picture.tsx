import type { CSSProperties } from 'react';
import { useFormat } from '#ui/i18n.ts';
import type { Attribute } from '../../domain/discovery/attribute.ts';
import type { Profile } from '../../domain/discovery/result.ts';
import { useText } from '../text.ts';
import classes from './picture.module.css';
import { digitsOf, plainName, valueWords } from './statement-words.ts';

type ProfilePictureProps = {
  readonly profiles: readonly Profile[];
  readonly attributes: readonly Attribute[];
  /** A CSS colour. */
  readonly colour: string;
};

/** Attributes drawn, and answers of each. */
const drawn = 6;
const mostValues = 4;

/** What sets a persona apart, as small distributions: these customers in colour, everyone in grey behind. */
export function ProfilePicture({ profiles, attributes, colour }: ProfilePictureProps) {
  const t = useText();
  return (
    <figure className={classes.picture} style={{ '--colour': colour } as CSSProperties}>
      <div className={classes.profiles}>
        {profiles.slice(0, drawn).map((profile) => {
          const attribute = attributes.find(({ id }) => id === profile.attribute);
          return attribute && <OneProfile key={profile.attribute} profile={profile} attribute={attribute} />;
        })}
      </div>
      <figcaption className={classes.caption}>{t('discovery.picture')}</figcaption>
    </figure>
  );
}

const shareOf = ({ yes, n }: { readonly yes: number; readonly n: number }): number => (n === 0 ? 0 : yes / n);

type OneProfileProps = { readonly profile: Profile; readonly attribute: Attribute };

function OneProfile({ profile: { shape }, attribute }: OneProfileProps) {
  const t = useText();
  const format = useFormat();
  const name = plainName(attribute.id);
  if (shape.kind === 'number') {
    const say = (x: number): string =>
      attribute.type === 'date'
        ? format.date(x * 86_400_000)
        : format.decimal(x, digitsOf(shape.everyone.mean));
    const says = t('discovery.mean2', {
      persona: say(shape.persona.mean),
      everyone: say(shape.everyone.mean),
    });
    const own = shape.bins.map(({ persona }) => persona / Math.max(1, shape.persona.n));
    const all = shape.bins.map(({ everyone }) => everyone / Math.max(1, shape.everyone.n));
    const top = Math.max(...own, ...all, 1e-9);
    return (
      <div className={classes.profile}>
        <p className={classes.name}>{name}</p>
        <div
          className={classes.bins}
          role="img"
          aria-label={t('discovery.pictureOf', { attribute: name, says })}
        >
          {shape.bins.map(({ from }, at) => (
            <span key={from} className={classes.bin}>
              <span className={classes.everyone} style={{ height: `${(100 * all[at]!) / top}%` }} />
              <span className={classes.own} style={{ height: `${(100 * own[at]!) / top}%` }} />
            </span>
          ))}
        </div>
        <p className={classes.ends}>
          <span>{say(shape.bins[0]?.from ?? 0)}</span>
          <span>{say(shape.bins.at(-1)?.to ?? 0)}</span>
        </p>
      </div>
    );
  }
  const telling = shape.values
    .map((value, at) => ({ ...value, at, gap: Math.abs(shareOf(value.persona) - shareOf(value.everyone)) }))
    .sort((a, b) => b.gap - a.gap)
    .slice(0, mostValues)
    .sort((a, b) => a.at - b.at);
  const says = telling
    .map(({ value, persona, everyone }) =>
      t('discovery.share2', {
        value: valueWords(t, value),
        persona: format.share(shareOf(persona)),
        everyone: format.share(shareOf(everyone)),
      }),
    )
    .join(', ');
  return (
    <div className={classes.profile}>
      <p className={classes.name}>{name}</p>
      <div
        className={classes.values}
        role="img"
        aria-label={t('discovery.pictureOf', { attribute: name, says })}
      >
        {telling.map(({ value, persona, everyone }) => (
          <div key={value} className={classes.value}>
            <span className={classes.word}>{valueWords(t, value)}</span>
            <span className={classes.track}>
              <span className={classes.everyone} style={{ width: `${100 * shareOf(everyone)}%` }} />
              <span className={classes.own} style={{ width: `${100 * shareOf(persona)}%` }} />
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
