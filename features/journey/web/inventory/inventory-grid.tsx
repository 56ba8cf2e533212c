import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Change } from '#kit/document/changes.ts';
import { ChannelIcon } from '#ui/channel-icon.tsx';
import { useFormat } from '#ui/i18n.ts';
import { useText as useUiText } from '#ui/text.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { Inventory, InventoryMap, InventoryRow } from '../../domain/inventory/inventory.ts';
import { inLane, type MapReference } from '../../domain/reference.ts';
import { useText as useMapText } from '../text.ts';
import { CellContent } from './cell-content.tsx';
import { CellPopover } from './cell-popover.tsx';
import classes from './inventory.module.css';
import { useText } from './text.ts';

type InventoryGridProps = {
  readonly found: Inventory;
  readonly maps: readonly InventoryMap[];
  readonly shown: 'all' | 'missing' | 'redundant';
  readonly readOnly: boolean;
  readonly onChange: (mapId: string, changes: readonly Change[]) => void;
  readonly onGo: (mapId: string, reference: MapReference) => void;
};

type ShownRow = InventoryRow & { readonly mapId: string; readonly stageId: string };

/** The grid: a real table, one tab stop for its cells, moved through by the arrow keys, a cell opened by Enter. */
export function InventoryGrid({ found, maps, shown, readOnly, onChange, onGo }: InventoryGridProps) {
  const t = useText();
  const ui = useUiText();
  const words = useMapText();
  const format = useFormat();
  const help = useId();
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<readonly [row: number, column: number]>([0, 0]);
  const [opened, setOpened] = useState<string | null>(null);
  const { channels } = found;
  const holds = (row: InventoryRow) => shown === 'all' || row.cells.some(({ state }) => state === shown);
  const rows: ShownRow[] = found.maps.flatMap(({ mapId, stages }) =>
    stages.flatMap(({ stageId, rows: own }) => own.filter(holds).map((row) => ({ ...row, mapId, stageId }))),
  );
  const active: readonly [number, number] = [
    Math.min(at[0], rows.length - 1),
    Math.min(at[1], channels.length - 1),
  ];
  const name = (channel: string) => ui.maybe(`channel.${channel}`) ?? channel;
  const goTo = (row: number, column: number): void => {
    const next: readonly [number, number] = [
      Math.min(rows.length - 1, Math.max(0, row)),
      Math.min(channels.length - 1, Math.max(0, column)),
    ];
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next[0]}/${next[1]}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.cell === undefined) return;
    const [row, column] = event.target.dataset.cell.split('/').map(Number) as [number, number];
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      Home: [event.ctrlKey ? 0 : row, 0],
      End: [event.ctrlKey ? rows.length : row, channels.length],
      PageDown: [row + 5, column],
      PageUp: [row - 5, column],
    };
    const next = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (!next) return;
    event.preventDefault();
    goTo(...next);
  };
  if (rows.length === 0) return <p className={classes.small}>{t('noneHere')}</p>;
  let index = -1;
  return (
    <div className={classes.scroll}>
      <p id={help} hidden>
        {t('help')}
      </p>
      <table
        ref={table}
        className={classes.grid}
        aria-label={t('table')}
        aria-describedby={help}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              {t('step')}
            </th>
            {channels.map(({ channel, count }) => (
              <th key={channel} scope="col">
                <span className={classes.channel}>
                  <ChannelIcon channel={channel} label="" />
                  <span>{name(channel)}</span>
                </span>
                <span className={classes.small}>{format.integer(count)}</span>
              </th>
            ))}
          </tr>
        </thead>
        {found.maps.map(({ mapId, title, stages }) => {
          const { map } = maps.find((one) => one.mapId === mapId) ?? {};
          return stages.map(({ stageId, title: stageTitle, rows: own }, stageIndex) => {
            const shownRows = own.filter(holds);
            if (shownRows.length === 0 || !map) return null;
            return (
              <tbody key={`${mapId}/${stageId}`}>
                {stageIndex === 0 && found.maps.length > 1 && (
                  <tr className={classes.mapRow}>
                    <th scope="rowgroup" colSpan={channels.length + 1}>
                      <span className={classes.stay}>
                        {title || t('untitled')}
                        <small>{words(`state.${map.state}`)}</small>
                      </span>
                    </th>
                  </tr>
                )}
                <tr className={classes.stageRow}>
                  <th scope="rowgroup" colSpan={channels.length + 1}>
                    <span className={classes.stay}>{stageTitle || t('untitled')}</span>
                  </th>
                </tr>
                {shownRows.map((row) => {
                  index += 1;
                  const rowIndex = index;
                  return (
                    <tr key={row.stepId}>
                      <th scope="row" className={classes.step}>
                        <button
                          type="button"
                          className={classes.stepButton}
                          onClick={() => onGo(mapId, { at: 'step', stepId: row.stepId })}
                        >
                          {row.title || t('untitled')}
                        </button>
                        {row.count === 0 && <span className={classes.nobody}>{t('noMeeting')}</span>}
                      </th>
                      {row.cells.map((cell, column) => {
                        const key = `${mapId}/${row.stepId}/${cell.channel}`;
                        const where = t('cell', {
                          channel: name(cell.channel),
                          step: row.title || t('untitled'),
                        });
                        return (
                          <td key={cell.channel} data-state={cell.state}>
                            <button
                              type="button"
                              className={classes.cell}
                              data-cell={`${rowIndex}/${column}`}
                              tabIndex={rowIndex === active[0] && column === active[1] ? 0 : -1}
                              aria-haspopup="dialog"
                              aria-expanded={opened === key}
                              onFocus={() => setAt([rowIndex, column])}
                              onClick={() => setOpened(opened === key ? null : key)}
                            >
                              <VisuallyHidden>{`${where} `}</VisuallyHidden>
                              <CellContent cell={cell} />
                            </button>
                            {opened === key && (
                              <CellPopover
                                title={where}
                                cell={cell}
                                map={map}
                                stepId={row.stepId}
                                readOnly={readOnly}
                                onClose={() => {
                                  setOpened(null);
                                  goTo(rowIndex, column);
                                }}
                                onChange={(changes) => onChange(mapId, changes)}
                                onGo={(itemId) => onGo(mapId, inLane(map, 'touchpoints', row.stepId, itemId))}
                              />
                            )}
                          </td>
                        );
                      })}
                    </tr>
                  );
                })}
              </tbody>
            );
          });
        })}
      </table>
    </div>
  );
}
