import { describe, expect, it } from 'vitest';
import { sketchMap } from '#testing/sketch-map.ts';
import { outline } from '../../domain/outline.ts';
import { commandOf, slideOfStage, slidesOf, swipeOf } from './slides.ts';

describe('a presentation', () => {
  const slides = slidesOf(outline(sketchMap({ steps: [{ title: 'I ask' }, { title: 'I wait' }] })));

  it('begins, goes stage by stage, and ends', () => {
    expect(slides.map(({ kind }) => kind)).toEqual(['begin', 'stage', 'stage', 'end']);
  });

  it('begins at any stage', () => {
    expect(slideOfStage(slides, 'stage-2')).toBe(2);
    expect(slideOfStage(slides, 'gone')).toBe(0);
    expect(slideOfStage(slides, null)).toBe(0);
  });

  it('leaves their keys to buttons', () => {
    expect(commandOf(' ', false)).toBe('next');
    expect(commandOf(' ', true)).toBeUndefined();
    expect(commandOf('Enter', true)).toBeUndefined();
    expect(commandOf('ArrowRight', true)).toBe('next');
    expect(commandOf('Tab', false)).toBeUndefined();
  });

  it.each([
    [-80, 10, 'next'],
    [80, -10, 'previous'],
    [-50, 0, undefined],
    [-80, 60, undefined],
  ])('a finger that moves by %i, %i asks for %s', (dx, dy, command) => {
    expect(swipeOf(dx, dy)).toBe(command);
  });
});
