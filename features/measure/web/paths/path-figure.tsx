import type { ReactNode } from 'react';
import type { PathBasis } from '#measure/domain/paths/answer.ts';
import { PictureFigure } from '../picture-figure.tsx';
import { changed } from './address.ts';
import type { Twin } from './twin.tsx';
import type { PathsView } from './view.ts';

type PathFigureProps = {
  readonly view: PathsView;
  readonly basis: PathBasis;
  readonly facts: readonly string[];
  readonly notes: readonly string[];
  readonly twin: Twin;
  readonly children?: ((width: number) => ReactNode) | undefined;
};

/** A picture of lived journeys: picture or table is a part of the address of the page. */
export function PathFigure({ view, basis, children, ...shown }: PathFigureProps) {
  const { search, onSearch } = view;
  return (
    <PictureFigure
      {...shown}
      name={basis.sourceName}
      simulated={basis.simulated}
      table={search.as === 'table'}
      onTable={(table) => onSearch(changed(search, { as: table ? 'table' : undefined }))}
    >
      {children}
    </PictureFigure>
  );
}
