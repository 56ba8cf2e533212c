import type { CSSProperties } from 'react';
import type { Lane } from '../../domain/schema.ts';
import classes from './lanes.module.css';

/** What every row of the map wears: its type and its colour, for the style sheet. */
export const laneLook = (lane: Lane) => ({
  className: classes.lane,
  'data-type': lane.type,
  ...(lane.colour === null ? {} : { 'data-coloured': '' }),
  style: (lane.colour === null ? {} : { '--lane-colour': `var(--persona-${lane.colour})` }) as CSSProperties,
});
