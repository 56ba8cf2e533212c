import { IconPlus, IconX } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { Button } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { type EmotionPlace, placeEmotion, removeEmotion } from '../../domain/edit/emotion.ts';
import { type EmotionPoint, emotionId, type JourneyMap } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { emotionWord } from '../view/emotion-words.ts';
import type { GridModel } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { curveColour } from '../view/shown-curves.ts';
import { useView } from '../view/view-store.ts';
import { LiveField } from './fields.tsx';
import classes from './panel.module.css';

type EmotionDetailsProps = {
  readonly map: JourneyMap;
  readonly model: GridModel;
  readonly stepId: string;
  readonly personaId: string | null;
};

/** The points of the curves at one step: how much, how strongly, and why. */
export function EmotionDetails({ map, model, stepId, personaId }: EmotionDetailsProps) {
  const { view, editor } = useMapContext();
  const t = useText();
  const reading = useView(view, (state) => state.reading);
  const points = model.curves.flatMap((curve) => {
    const point = curve.points.get(stepId);
    const seen = personaId === null || curve.personaId === personaId || curve.personaId === null;
    return point && seen ? [point] : [];
  });
  const missing = !Object.hasOwn(map.emotions, emotionId(reading, personaId, stepId));
  return (
    <>
      {points.map((point) => (
        <PointDetails
          key={emotionId(point.reading, point.personaId, stepId)}
          map={map}
          model={model}
          point={point}
        />
      ))}
      {missing && (
        <div>
          <Button
            icon={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => editor.placeEmotion(personaId, reading, stepId, 0)}
          >
            {t('panel.emotionAdd')}
          </Button>
        </div>
      )}
    </>
  );
}

type PointDetailsProps = {
  readonly map: JourneyMap;
  readonly model: GridModel;
  readonly point: EmotionPoint;
};

function PointDetails({ map, model, point }: PointDetailsProps) {
  const { editor } = useMapContext();
  const t = useText();
  const format = useFormat();
  const { personas } = model.outline;
  const persona = personas.find(([id]) => id === point.personaId)?.[1];
  const who = persona ? persona.name || t('nothing.persona') : t('emotion.everyone');
  const what = t(point.reading === 'planned' ? 'emotion.planned' : 'emotion.felt');
  const place: EmotionPlace = point;
  const put = (patch: { value?: number; intensity?: number; note?: string }) =>
    editor.send(placeEmotion(map, { ...place, value: point.value, ...patch }));
  const colour = curveColour(point, personas);
  return (
    <section className={classes.section} aria-label={`${who}, ${what}`}>
      <div className={classes.pointHead}>
        <span className={classes.dot} style={{ '--colour': colour } as CSSProperties} />
        <span>
          {who} <small>{what}</small>
        </span>
        <output className={classes.value}>{format.signed(point.value, 1)}</output>
        <button
          type="button"
          className={classes.remove}
          aria-label={t('panel.emotionRemove')}
          onClick={() => editor.send(removeEmotion(map, place))}
        >
          <IconX size={14} stroke={1.8} aria-hidden="true" />
        </button>
      </div>
      <label className={classes.range}>
        <span>{t('panel.emotionValue')}</span>
        <input
          type="range"
          min={-3}
          max={3}
          step={0.1}
          value={point.value}
          aria-valuetext={t('emotion.value', {
            value: format.signed(point.value, 1),
            word: t(emotionWord(point.value)),
          })}
          onChange={(event) => put({ value: Number(event.target.value) })}
        />
        <small>{t(emotionWord(point.value))}</small>
      </label>
      {point.reading === 'felt' && (
        <label className={classes.range}>
          <span>{t('panel.emotionIntensity')}</span>
          <input
            type="range"
            min={0}
            max={1}
            step={0.05}
            value={point.intensity}
            aria-valuetext={format.share(point.intensity)}
            onChange={(event) => put({ intensity: Number(event.target.value) })}
          />
          <small>{format.share(point.intensity)}</small>
        </label>
      )}
      <LiveField label={t('panel.emotionNote')} value={point.note} onText={(note) => put({ note })} />
    </section>
  );
}
