import { IconPaperclip } from '@tabler/icons-react';
import type { DragEvent } from 'react';
import cells from '../canvas/cell.module.css';
import type { CellPlace } from '../view/place.ts';
import { useAttach } from './attach.ts';
import { useText } from './text.ts';

/** In a cell of the media lane: chooses a file. By keyboard, the same is in the actions of the cell. */
export function MediaHint({ place }: { readonly place: CellPlace }) {
  const attach = useAttach();
  const t = useText();
  return (
    attach && (
      <button
        type="button"
        tabIndex={-1}
        className={cells.hintAdd}
        onClick={(event) => {
          event.stopPropagation();
          attach.choose(place);
        }}
      >
        <IconPaperclip size={13} stroke={1.8} aria-hidden="true" />
        {t('media.add')}
      </button>
    )
  );
}

/** Takes files dropped on the cells of a media lane; elsewhere a file dropped on the page is one to import. */
export function useMediaDrop(takes: boolean) {
  const attach = useAttach();
  if (!attach || !takes) return {};
  return {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const cell = (event.target as Element).closest<HTMLElement>('[data-cell]');
      const [laneId, stepId] = cell?.dataset.cell?.split(':') ?? [];
      const [file] = event.dataTransfer.files;
      if (!file || !laneId || !stepId) return;
      event.preventDefault();
      void attach.take(file, { at: 'cell', laneId, stepId, itemId: null });
    },
  };
}
