import { Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { orderedSteps } from '#journey/domain/outline.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import type { DrawnAndTravelled as Drawn } from '#measure/domain/figures.ts';
import { Button } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { saveFile } from '#ui/save-file.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sentence } from '#ui/sentence.tsx';
import { shareEnds } from '../ends.ts';
import type { Speech } from '../figure-words.ts';
import { cell, type Twin, twinCsv } from '../paths/twin.tsx';
import { countOf, shown } from '../place.ts';
import { useText } from '../text.ts';
import classes from './drawn-and-travelled.module.css';
import { peopleOutOf, saidCount } from './place-figures.ts';

export type UndrawnEvent = Drawn['undrawn'][number];

type DrawnAndTravelledProps = {
  readonly drawn: Drawn;
  readonly map: JourneyMap;
  /** Draws a touchpoint tied to this event at a step; absent: the map may only be read. */
  readonly onDraw?: ((event: UndrawnEvent, stepId: string) => void) | undefined;
};

const firstShown = 8;

/** The map against the lives: events nobody drew, steps nobody takes, order lived otherwise. */
export function DrawnAndTravelled({ drawn, map, onDraw }: DrawnAndTravelledProps) {
  const t = useText();
  const format = useFormat();
  const speech: Speech = { t, format };
  const [all, setAll] = useState(false);
  const { undrawn, untaken, inverted, eventsDrawn } = drawn;
  const whole = eventsDrawn.drawn === eventsDrawn.all;
  const share = eventsDrawn.all === 0 ? 0 : eventsDrawn.drawn / eventsDrawn.all;
  const titleOf = (stepId: string) => map.steps[stepId]?.title || t('panel.unnamed');
  const listed = all ? undrawn : undrawn.slice(0, firstShown);
  return (
    <div className={classes.panel}>
      <SectionTitle level={3}>{t('drawn.title')}</SectionTitle>
      <Sentence
        text={whole ? t('drawn.all') : t('drawn.share', { share: format.share(share) })}
        tone={share < 0.5 ? 'negative' : 'neutral'}
        range={t('drawn.shareRange', {
          drawn: format.integer(eventsDrawn.drawn),
          all: format.integer(eventsDrawn.all),
        })}
      />
      {undrawn.length > 0 && (
        <section className={classes.part}>
          <h4 className={classes.title}>{t('drawn.undrawn')}</h4>
          <p className={classes.small}>{t('drawn.undrawnLead')}</p>
          <ul className={classes.list}>
            {listed.map((event) => (
              <Undrawn
                key={`${event.name}\n${event.channel}`}
                speech={speech}
                event={event}
                map={map}
                onDraw={onDraw}
              />
            ))}
          </ul>
          {undrawn.length > listed.length && (
            <p>
              <Button onClick={() => setAll(true)}>
                {t('drawn.showAll')} ({format.integer(undrawn.length)})
              </Button>
            </p>
          )}
        </section>
      )}
      {untaken.length > 0 && (
        <section className={classes.part}>
          <h4 className={classes.title}>{t('drawn.untaken')}</h4>
          <p className={classes.small}>{t('drawn.untakenLead')}</p>
          <ul className={classes.list}>
            {untaken.map((stepId) => (
              <li key={stepId}>{titleOf(stepId)}</li>
            ))}
          </ul>
        </section>
      )}
      {inverted.length > 0 && (
        <section className={classes.part}>
          <h4 className={classes.title}>{t('drawn.inverted')}</h4>
          <ul className={classes.list}>
            {inverted.map((pair) => (
              <Inverted
                key={`${pair.drawnFirst} ${pair.drawnSecond}`}
                speech={speech}
                pair={pair}
                titleOf={titleOf}
              />
            ))}
          </ul>
        </section>
      )}
      {undrawn.length + untaken.length + inverted.length > 0 && (
        <p>
          <Button
            look="quiet"
            onClick={() =>
              saveFile(
                new Blob([twinCsv(drawnTwin(speech, drawn, titleOf))], { type: 'text/csv' }),
                `${map.title || t('drawn.title')} – ${t('drawn.title')}.csv`.replace(/[\\/:*?"<>|]/g, ' '),
              )
            }
          >
            {t('drawn.csv')}
          </Button>
        </p>
      )}
      {undrawn.length + untaken.length + inverted.length === 0 && (
        <p className={classes.small}>{t('drawn.agreed')}</p>
      )}
    </div>
  );
}

/** All of it as one table: a row per event nobody drew, step nobody takes and pair lived the other way round. */
function drawnTwin(
  { t }: Speech,
  { undrawn, untaken, inverted }: Drawn,
  titleOf: (stepId: string) => string,
): Twin {
  const row = (
    what: 'undrawn' | 'untaken' | 'inverted',
    of: string,
    journeys: string | number = '',
    share: string | number = '',
  ) => [cell(t(`drawn.${what}`)), cell(of), cell('', journeys), cell('', share)];
  return {
    caption: t('drawn.title'),
    columns: [
      { key: 'what', header: t('drawn.whatHead') },
      { key: 'of', header: t('drawn.ofHead') },
      { key: 'journeys', header: t('drawn.journeysHead') },
      { key: 'share', header: t('drawn.shareHead') },
    ],
    rows: [
      ...undrawn.map(({ name, channel, journeys }) =>
        row('undrawn', channel === '' ? name : `${name} · ${channel}`, countOf(journeys) ?? ''),
      ),
      ...untaken.map((stepId) => row('untaken', titleOf(stepId))),
      ...inverted.map(({ drawnFirst, drawnSecond, journeys, share }) =>
        row(
          'inverted',
          `${titleOf(drawnFirst)} › ${titleOf(drawnSecond)}`,
          journeys,
          shown(share)?.value ?? '',
        ),
      ),
    ],
  };
}

type UndrawnProps = {
  readonly speech: Speech;
  readonly event: UndrawnEvent;
  readonly map: JourneyMap;
  readonly onDraw: DrawnAndTravelledProps['onDraw'];
};

function Undrawn({ speech, event, map, onDraw }: UndrawnProps) {
  const { t, format } = speech;
  const [choosing, setChoosing] = useState(false);
  const steps = orderedSteps(map).map(([value, { title }]) => ({
    value,
    label: title || t('panel.unnamed'),
  }));
  return (
    <li className={classes.event}>
      <div>
        <p>
          {event.name}
          {event.channel !== '' && <span className={classes.channel}> · {event.channel}</span>}
        </p>
        <p className={classes.small}>
          {t('drawn.undrawnRow', {
            events: t('strip.events', { count: event.events, said: format.integer(event.events) }),
            journeys: saidCount(speech, 'journeys', event.journeys),
          })}
        </p>
      </div>
      {onDraw !== undefined && steps.length > 0 && (
        <IconButton
          label={t('drawn.addTo', { name: event.name })}
          icon={<IconPlus />}
          aria-expanded={choosing}
          onClick={() => setChoosing(!choosing)}
        />
      )}
      {choosing && onDraw !== undefined && (
        <Select
          className={classes.step}
          aria-label={t('drawn.addTo', { name: event.name })}
          placeholder={t('drawn.addStep')}
          size="xs"
          data={steps}
          searchable
          defaultDropdownOpened
          autoFocus
          value={null}
          onChange={(stepId) => {
            if (stepId === null) return;
            setChoosing(false);
            onDraw(event, stepId);
          }}
        />
      )}
    </li>
  );
}

type InvertedProps = {
  readonly speech: Speech;
  readonly pair: Drawn['inverted'][number];
  readonly titleOf: (stepId: string) => string;
};

function Inverted({ speech, pair, titleOf }: InvertedProps) {
  const { t, format } = speech;
  const estimate = shown(pair.share);
  if (!estimate) return null;
  return (
    <li>
      <Sentence
        text={t('drawn.invertedRow', {
          first: titleOf(pair.drawnFirst),
          second: titleOf(pair.drawnSecond),
          share: peopleOutOf(speech, estimate.value),
        })}
        range={`${t('between', shareEnds(format, estimate))} · ${t('count.journeys', { count: pair.journeys, said: format.integer(pair.journeys) })}`}
      />
    </li>
  );
}
