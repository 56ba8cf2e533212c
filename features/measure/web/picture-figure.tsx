import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { drawPicture } from '#ui/draw-picture.ts';
import { Pill } from '#ui/pill.tsx';
import { saveFile } from '#ui/save-file.ts';
import classes from './paths/paths.module.css';
import { standaloneSvg } from './paths/save-picture.ts';
import { useText } from './paths/text.ts';
import { type Twin, TwinTable, twinCsv } from './paths/twin.tsx';

type PictureFigureProps = {
  /** What the files are called, before the caption of the picture. */
  readonly name: string;
  readonly simulated: boolean;
  /** Source, journeys, period …: also under the saved picture. */
  readonly facts: readonly string[];
  /** Said in words on the picture: what is cut off, what is left out. */
  readonly notes: readonly string[];
  readonly twin: Twin;
  readonly table: boolean;
  readonly onTable: (table: boolean) => void;
  /** The table as the page shows it, where it does more than be read; the file is that of the twin. */
  readonly sheet?: ReactNode;
  /** The drawing for a width in pixels; without one, what there is is a table. */
  readonly children?: ((width: number) => ReactNode) | undefined;
};

/** Under this width a drawing scrolls instead of shrinking further. */
const narrowest = 320;

/** A picture with its table twin, what it rests on, and the ways to take it away. */
export function PictureFigure(props: PictureFigureProps) {
  const { simulated, facts, notes, twin, onTable, children } = props;
  const t = useText();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const frame = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const table = children === undefined || props.table;
  const name = `${props.name} – ${twin.caption}`.replace(/[\\/:*?"<>|]/g, ' ').slice(0, 120);
  const save = async (kind: 'svg' | 'png') => {
    const picture = frame.current?.querySelector('svg');
    if (!picture) return;
    const standalone = standaloneSvg(picture, { title: twin.caption, notes: [...notes, facts.join(' · ')] });
    if (kind === 'svg') {
      saveFile(new Blob([standalone.svg], { type: 'image/svg+xml' }), `${name}.svg`);
      return;
    }
    const blob = await drawPicture(standalone);
    setFailed(blob === undefined);
    if (blob) saveFile(blob, `${name}.png`);
  };
  return (
    <figure className={classes.figure} aria-label={twin.caption}>
      <div className={classes.figureBar}>
        {children !== undefined && (
          <Choice
            label={t('as.label')}
            options={[
              { value: 'picture', label: t('as.picture') },
              { value: 'table', label: t('as.table') },
            ]}
            value={table ? 'table' : 'picture'}
            onChange={(as) => onTable(as === 'table')}
          />
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset draws itself */}
        <span className={classes.save} role="group" aria-label={t('save.label')}>
          <span aria-hidden="true">{t('save.label')}</span>
          {!table && (
            <Button look="quiet" onClick={() => void save('svg')}>
              {t('save.svg')}
            </Button>
          )}
          {!table && (
            <Button look="quiet" onClick={() => void save('png')}>
              {t('save.png')}
            </Button>
          )}
          <Button
            look="quiet"
            onClick={() => saveFile(new Blob([twinCsv(twin)], { type: 'text/csv' }), `${name}.csv`)}
          >
            {t('save.csv')}
          </Button>
        </span>
      </div>
      {failed && <p role="status">{t('save.failed')}</p>}
      <div ref={ref}>
        {table ? (
          (props.sheet ?? <TwinTable twin={twin} />)
        ) : (
          <div className={classes.scroll} ref={frame}>
            {width > 0 && children(Math.max(narrowest, Math.floor(width)))}
          </div>
        )}
      </div>
      <figcaption className={classes.facts}>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p>{facts.filter((fact) => fact !== t('basis.simulated')).join(' · ')}</p>
        {simulated && <Pill tone="warning">{t('basis.simulated')}</Pill>}
      </figcaption>
    </figure>
  );
}
