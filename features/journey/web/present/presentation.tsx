import { FocusTrap, Portal } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconMaximize, IconNote, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { Choice } from '#ui/choice.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { LiveFigures } from '../../domain/live-figures.ts';
import { outline } from '../../domain/outline.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { BeginSlide, EndSlide } from './end-slides.tsx';
import classes from './present.module.css';
import { type Command, commandOf, type Slide, slideOfStage, slidesOf, swipeOf } from './slides.ts';
import { StageSlide } from './stage-slide.tsx';
import { useText } from './text.ts';

type PresentationProps = {
  readonly map: JourneyMap;
  /** What the data say, as on the map; null: nothing, or not yet. */
  readonly live?: LiveFigures | null;
  readonly personaId?: string | null;
  /** The stage to begin at; none: the beginning. */
  readonly startStageId?: string | null;
  readonly onClose: () => void;
};

/**
 * J11: the map shown stage by stage over the whole window, in type that reads from the back of the room. By arrow keys,
 * a remote control, a finger or the buttons; notes for the speaker. Nothing can be changed from here.
 */
export function Presentation(props: PresentationProps) {
  const { map, live = null, personaId = null, startStageId = null, onClose } = props;
  const t = useText();
  const whole = useMemo(() => outline(map), [map]);
  const slides = slidesOf(whole);
  const [wanted, setWanted] = useState(() => slideOfStage(slides, startStageId));
  const [who, setWho] = useState(personaId);
  const [notes, setNotes] = useState(false);
  const finger = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const scroll = useRef<HTMLDivElement>(null);
  // Somebody may remove stages while they are shown.
  const at = Math.min(wanted, slides.length - 1);
  const slide = slides[at]!;
  const persona = whole.personas.some(([id]) => id === who) ? who : null;
  const place = placeOf(slide, whole.stages.length, t);

  const goTo = (next: number): void => {
    setWanted(Math.min(slides.length - 1, Math.max(0, next)));
    scroll.current?.scrollTo({ top: 0 });
  };
  const carry = (command: Command): void => {
    if (command === 'next') goTo(at + 1);
    else if (command === 'previous') goTo(at - 1);
    else if (command === 'first') goTo(0);
    else if (command === 'last') goTo(slides.length - 1);
    else if (command === 'notes') setNotes(!notes);
    else if (command === 'full-screen') toggleFullScreen();
    else {
      if (document.fullscreenElement) void document.exitFullscreen();
      onClose();
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    // The arrows move inside a group of choices.
    const inChoice = event.target instanceof HTMLInputElement && event.key.startsWith('Arrow');
    const command = inChoice
      ? undefined
      : commandOf(event.key, event.target.closest('button, input') !== null);
    if (command === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    carry(command);
  };
  const onPointerUp = (event: PointerEvent): void => {
    const from = finger.current;
    finger.current = null;
    const command = from ? swipeOf(event.clientX - from.x, event.clientY - from.y) : undefined;
    if (command && event.pointerType === 'touch') carry(command);
  };
  return (
    <Portal>
      <FocusTrap>
        <div
          role="dialog"
          aria-modal="true"
          aria-label={t('label', { title: map.title || t('untitled') })}
          className={classes.presentation}
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          <VisuallyHidden>
            <span role="status">{t('said', { place, title: titleOf(slide, map) || t('untitled') })}</span>
            <span>{t('keys')}</span>
          </VisuallyHidden>
          <header className={classes.bar}>
            <span className={classes.place}>{place}</span>
            {whole.personas.length > 0 && (
              <Choice
                label={t('who')}
                options={[
                  { value: everyone, label: t('everyone') },
                  ...whole.personas.map(([id, { name, colour }]) => ({
                    value: id,
                    label: name || t('untitled'),
                    dot: `var(--persona-${colour})`,
                  })),
                ]}
                value={persona ?? everyone}
                onChange={(id) => setWho(id === everyone ? null : id)}
              />
            )}
            <span className={classes.tools}>
              <IconButton
                label={t('notes')}
                icon={<IconNote />}
                aria-expanded={notes}
                onClick={() => carry('notes')}
              />
              <IconButton
                label={t('fullScreen')}
                icon={<IconMaximize />}
                onClick={() => carry('full-screen')}
              />
              <IconButton label={t('close')} icon={<IconX />} onClick={() => carry('close')} />
            </span>
          </header>
          <div
            ref={scroll}
            className={classes.scroll}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            data-autofocus
            onPointerDown={(event) => {
              finger.current = { x: event.clientX, y: event.clientY };
            }}
            onPointerUp={onPointerUp}
          >
            {slide.kind === 'begin' && <BeginSlide map={map} outline={whole} />}
            {slide.kind === 'stage' && (
              <StageSlide map={map} outline={whole} node={slide.node} personaId={persona} live={live} />
            )}
            {slide.kind === 'end' && <EndSlide map={map} outline={whole} personaId={persona} live={live} />}
          </div>
          {notes && (
            <aside className={classes.notes} aria-label={t('notes')}>
              <p>{(slide.kind === 'stage' && slide.node.stage.notes) || t('noNotes')}</p>
            </aside>
          )}
          <nav className={classes.foot} aria-label={t('contents')}>
            <IconButton
              label={t('previous')}
              icon={<IconArrowLeft />}
              disabled={at === 0}
              onClick={() => carry('previous')}
            />
            <ol className={classes.contents}>
              {slides.map((one, index) => (
                <li key={one.kind === 'stage' ? one.node.id : one.kind}>
                  <button
                    type="button"
                    className={classes.content}
                    aria-current={index === at ? 'step' : undefined}
                    onClick={() => goTo(index)}
                  >
                    <span>{one.kind === 'stage' ? one.node.stage.title || t('untitled') : t(one.kind)}</span>
                  </button>
                </li>
              ))}
            </ol>
            <IconButton
              label={t('next')}
              icon={<IconArrowRight />}
              disabled={at === slides.length - 1}
              onClick={() => carry('next')}
            />
          </nav>
        </div>
      </FocusTrap>
    </Portal>
  );
}

/** No persona has this id: ids have no space. */
const everyone = 'every one';

function placeOf(slide: Slide, count: number, t: ReturnType<typeof useText>): string {
  return slide.kind === 'stage' ? t('stage', { number: slide.node.index + 1, count }) : t(slide.kind);
}

const titleOf = (slide: Slide, map: JourneyMap): string =>
  slide.kind === 'stage' ? slide.node.stage.title : map.title;

/** The whole page, so that what floats over it is seen too. A browser may refuse: the window is full already. */
function toggleFullScreen(): void {
  const asked = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  asked?.catch(() => undefined);
}
