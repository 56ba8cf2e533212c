import { Menu, NumberInput } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type CSSProperties, type ReactNode, useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button } from '#ui/button.tsx';
import { Confirm } from '#ui/confirm.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useFormat, useLocale } from '#ui/i18n.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import type { PersonaSummary } from '../../contract.ts';
import { type PersonaShare, type Segment, undecidedShare } from '../../domain/segment.ts';
import { PersonaPicture } from '../picture/persona-picture.tsx';
import { RoomPage } from '../room-page.tsx';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './matrix.module.css';
import { useRuleWords } from './rule-words.ts';
import { SegmentDialog } from './segment-dialog.tsx';

/** Persona × segment: how much of each slice of the customer base each persona makes up. */
export function MatrixPage({ crumbs }: { readonly crumbs: ReactNode }) {
  const t = useText();
  const { query } = useApi();
  const { workspaceId, gallery, Link } = useWays();
  const input = { workspaceId };
  const personas = useQuery(query.persona.list.queryOptions({ input }));
  const segments = useQuery(query.persona.segments.queryOptions({ input }));
  const shares = useQuery(query.persona.shares.queryOptions({ input }));
  const [edited, setEdited] = useState<Segment | 'new' | null>(null);
  const error = personas.error ?? segments.error ?? shares.error;
  const add = (
    <Button look="action" icon={<IconPlus aria-hidden="true" />} onClick={() => setEdited('new')}>
      {t('matrix.add')}
    </Button>
  );
  const ready = personas.data !== undefined && segments.data !== undefined && shares.data !== undefined;
  return (
    <RoomPage
      crumbs={crumbs}
      title={t('matrix.title')}
      lead={t('matrix.lead')}
      actions={ready && segments.data.length > 0 && personas.data.length > 0 ? add : undefined}
    >
      {error !== null && <FailureNotice error={error} />}
      {ready && personas.data.length === 0 && (
        <EmptyState
          title={t('matrix.noPersona')}
          text={t('matrix.noPersonaText')}
          actions={<Link href={gallery}>{t('compare.toGallery')}</Link>}
        />
      )}
      {ready && personas.data.length > 0 && segments.data.length === 0 && (
        <EmptyState title={t('matrix.none')} text={t('matrix.noneText')} actions={add} />
      )}
      {ready && personas.data.length > 0 && segments.data.length > 0 && (
        <Matrix personas={personas.data} segments={segments.data} shares={shares.data} onEdit={setEdited} />
      )}
      {edited !== null && (
        <SegmentDialog segment={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </RoomPage>
  );
}

type MatrixProps = {
  readonly personas: readonly PersonaSummary[];
  readonly segments: readonly Segment[];
  readonly shares: readonly PersonaShare[];
  readonly onEdit: (segment: Segment) => void;
};

function Matrix({ personas, segments, shares, onEdit }: MatrixProps) {
  const t = useText();
  const format = useFormat();
  const { query } = useApi();
  const { workspaceId, Link, persona: address } = useWays();
  const client = useQueryClient();
  const tell = useMutation(
    query.persona.setShares.mutationOptions({
      onSuccess: (cells) => {
        client.setQueryData(query.persona.shares.queryKey({ input: { workspaceId } }), cells);
      },
    }),
  );
  return (
    <>
      {tell.error !== null && (
        <div className={classes.notice}>
          <FailureNotice error={tell.error} />
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset never shrinks under its content, so it would not scroll */}
      <div
        className={classes.scroll}
        role="group"
        aria-label={t('matrix.title')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className={classes.table} style={{ '--columns': segments.length } as CSSProperties}>
          <thead>
            <tr>
              <td />
              {segments.map((segment) => (
                <th key={segment.id} scope="col">
                  <SegmentHead segment={segment} onEdit={onEdit} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {personas.map(({ id, title, picture, colour }) => (
              <tr key={id}>
                <th scope="row">
                  <span className={classes.persona}>
                    <PersonaPicture picture={picture} colour={colour} shape="round" />
                    <Link href={address(id)}>{title.trim() === '' ? t('sheet.untitled') : title}</Link>
                  </span>
                </th>
                {segments.map((segment) => (
                  <td key={segment.id}>
                    <Cell
                      label={t('matrix.cell', { persona: title, segment: segment.name })}
                      colour={colour}
                      cell={shares.find((one) => one.personaId === id && one.segmentId === segment.id)}
                      onTell={(share) =>
                        tell.mutate({
                          workspaceId,
                          cells: [{ personaId: id, segmentId: segment.id, share }],
                        })
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('matrix.undecided')}</th>
              {segments.map(({ id }) => (
                <td key={id}>
                  {shares.some(({ segmentId }) => segmentId === id) ? (
                    <span className={classes.rest}>{format.share(round(undecidedShare(shares, id)))}</span>
                  ) : (
                    <span className={classes.rest}>—</span>
                  )}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className={classes.foot}>{t('matrix.foot')}</p>
    </>
  );
}

/** Sums of hundredths leave 0.09999999999999998. */
const round = (share: number): number => Math.round(share * 10_000) / 10_000;

type CellProps = {
  readonly label: string;
  readonly colour: number;
  readonly cell: PersonaShare | undefined;
  readonly onTell: (share: number | null) => void;
};

function Cell({ label, colour, cell, onTell }: CellProps) {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const present = cell === undefined ? '' : round(cell.share * 100);
  const [typed, setTyped] = useState<string | number>(present);
  const [seen, setSeen] = useState(present);
  // What the server answered replaces what was typed before it.
  if (seen !== present) {
    setSeen(present);
    setTyped(present);
  }
  const tell = () => {
    if (typed === present) return;
    onTell(typed === '' || typeof typed !== 'number' ? null : Math.min(100, Math.max(0, typed)) / 100);
  };
  return (
    <div className={classes.cell}>
      <NumberInput
        size="xs"
        aria-label={label}
        placeholder="—"
        min={0}
        max={100}
        decimalScale={1}
        decimalSeparator={locale === 'fr' ? ',' : '.'}
        allowedDecimalSeparators={[',', '.']}
        suffix={locale === 'fr' ? '\u202f%' : '%'}
        hideControls
        value={typed}
        onChange={setTyped}
        onBlur={tell}
        onKeyDown={(event) => {
          if (event.key === 'Enter') tell();
          if (event.key === 'Escape') setTyped(present);
        }}
      />
      <span className={classes.track} aria-hidden="true">
        <span style={{ width: `${(cell?.share ?? 0) * 100}%`, background: `var(--persona-${colour})` }} />
      </span>
      <small>
        {cell === undefined
          ? '\u00a0'
          : cell.source === 'hand' || cell.n === null
            ? t('matrix.hand', { date: format.date(`${cell.date}T12:00:00`) })
            : t('matrix.data', { n: format.integer(cell.n), date: format.date(`${cell.date}T12:00:00`) })}
      </small>
    </div>
  );
}

type SegmentHeadProps = { readonly segment: Segment; readonly onEdit: (segment: Segment) => void };

function SegmentHead({ segment, onEdit }: SegmentHeadProps) {
  const t = useText();
  const rule = useRuleWords();
  const { query } = useApi();
  const { workspaceId } = useWays();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    query.persona.removeSegment.mutationOptions({
      onSuccess: async () => {
        setAsking(false);
        await client.invalidateQueries({ queryKey: query.persona.segments.key() });
        await client.invalidateQueries({ queryKey: query.persona.shares.key() });
      },
    }),
  );
  return (
    <div className={classes.segment}>
      <span className={classes.segmentName}>{segment.name}</span>
      <span className={classes.segmentActions}>
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton label={t('matrix.actions', { name: segment.name })} icon={<IconDots />} />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onEdit(segment)}>{t('matrix.edit')}</Menu.Item>
            <Menu.Item onClick={() => setAsking(true)}>{t('matrix.remove')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </span>
      <small>
        {segment.conditions.length === 0
          ? segment.description || t('matrix.noRule')
          : segment.conditions.map(rule).join(' · ')}
      </small>
      <Confirm
        opened={asking}
        title={t('matrix.removeTitle', { name: segment.name })}
        confirm={t('matrix.removeVerb')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ workspaceId, segmentId: segment.id })}
        onCancel={() => setAsking(false)}
      >
        {t('matrix.removeText')}
        {remove.error !== null && <FailureNotice error={remove.error} />}
      </Confirm>
    </div>
  );
}
