import type { Outline, StageNode } from '../../domain/outline.ts';

/** What is shown one after the other: who and what for, each stage, and what could be done. */
export type Slide =
  | { readonly kind: 'begin' }
  | { readonly kind: 'stage'; readonly node: StageNode }
  | { readonly kind: 'end' };

export const slidesOf = ({ stages }: Outline): readonly Slide[] => [
  { kind: 'begin' },
  ...stages.map((node) => ({ kind: 'stage' as const, node })),
  { kind: 'end' },
];

/** Where to begin: at a stage, or at the beginning. */
export function slideOfStage(slides: readonly Slide[], stageId: string | null): number {
  const found = slides.findIndex((slide) => slide.kind === 'stage' && slide.node.id === stageId);
  return Math.max(0, found);
}

/** What a key asks for. `undefined`: not ours. */
export type Command = 'next' | 'previous' | 'first' | 'last' | 'notes' | 'full-screen' | 'close';

/** The keys of a remote control are PageUp and PageDown. Space and Enter on a button are the button's. */
export function commandOf(key: string, onControl: boolean): Command | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'PageDown':
      return 'next';
    case 'ArrowLeft':
    case 'PageUp':
      return 'previous';
    case ' ':
    case 'Enter':
      return onControl ? undefined : 'next';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    case 'n':
    case 'N':
      return 'notes';
    case 'f':
    case 'F':
      return 'full-screen';
    case 'Escape':
      return 'close';
    default:
      return undefined;
  }
}

/** A finger that went across more than down, and far enough. */
export function swipeOf(dx: number, dy: number): 'next' | 'previous' | undefined {
  if (Math.abs(dx) < 60 || Math.abs(dx) < 2 * Math.abs(dy)) return undefined;
  return dx < 0 ? 'next' : 'previous';
}
