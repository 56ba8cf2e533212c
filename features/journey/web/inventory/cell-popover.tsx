import { Popover, TextInput } from '@mantine/core';
import { IconArrowUpRight, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Change } from '#kit/document/changes.ts';
import { randomId } from '#kit/random-id.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useLiveText } from '#ui/live/use-live-text.ts';
import { addTouchpoint, editTouchpoint, removeTouchpoint } from '../../domain/edit/touchpoint.ts';
import type { InventoryCell, InventoryTouchpoint } from '../../domain/inventory/inventory.ts';
import type { JourneyMap, MapTouchpoint } from '../../domain/schema.ts';
import classes from './inventory.module.css';
import { useText } from './text.ts';

type CellPopoverProps = {
  /** Channel and step. */
  readonly title: string;
  readonly cell: InventoryCell;
  readonly map: JourneyMap;
  readonly stepId: string;
  readonly readOnly: boolean;
  readonly onClose: () => void;
  readonly onChange: (changes: readonly Change[]) => void;
  /** Shows a touchpoint on its map; null: the cell. */
  readonly onGo: (touchpointId: string | null) => void;
};

/** A cell opened: why it is marked, its touchpoints to be renamed or taken away, and one to be added. */
export function CellPopover({ onClose, ...rest }: CellPopoverProps) {
  return (
    <Popover opened onChange={onClose} position="bottom-start" width={320} trapFocus withRoles={false}>
      <Popover.Target>
        <span className={classes.anchor} aria-hidden="true" />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={rest.title}>
        <CellEditor {...rest} onClose={onClose} />
      </Popover.Dropdown>
    </Popover>
  );
}

function CellEditor({ title, cell, map, stepId, readOnly, onClose, onChange, onGo }: CellPopoverProps) {
  const t = useText();
  const doubled = cell.touchpoints.some(({ redundant }) => redundant);
  return (
    <div className={classes.editor}>
      <h2 className={classes.editorTitle}>{title}</h2>
      {cell.why !== null && (
        <p className={classes.small}>{t(`why.${cell.why}`, { names: cell.personas.join(', ') })}</p>
      )}
      {doubled && <p className={classes.small}>{t('whyDouble')}</p>}
      {cell.touchpoints.map((one) => (
        <TouchpointFields
          key={one.id}
          one={one}
          readOnly={readOnly}
          onEdit={(patch) => onChange(editTouchpoint(map, one.id, patch))}
          onRemove={() => {
            onChange(removeTouchpoint(map, one.id));
            onClose();
          }}
          onGo={() => onGo(one.id)}
        />
      ))}
      {readOnly && cell.touchpoints.length === 0 && (
        <Button icon={<IconArrowUpRight aria-hidden="true" />} onClick={() => onGo(null)}>
          {t('go')}
        </Button>
      )}
      {!readOnly && (
        <AddForm
          first={cell.touchpoints.length === 0}
          onAdd={(name, initiator) => {
            onChange(addTouchpoint(map, { stepId, channel: cell.channel, title: name, initiator }, randomId));
            onClose();
          }}
        />
      )}
    </div>
  );
}

type Initiator = MapTouchpoint['initiator'];

function TouchpointFields({
  one: { touchpoint, figures },
  readOnly,
  onEdit,
  onRemove,
  onGo,
}: {
  readonly one: InventoryTouchpoint;
  readonly readOnly: boolean;
  readonly onEdit: (patch: { title?: string; initiator?: Initiator }) => void;
  readonly onRemove: () => void;
  readonly onGo: () => void;
}) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const { text, write } = useLiveText(field, touchpoint.title, (title) => onEdit({ title }));
  const name = touchpoint.title || t('untitled');
  const said = [
    figures?.volume ? t('volume', { volume: figures.volume }) : null,
    figures?.score?.spoken ?? null,
    figures?.absent ? t(`figures.${figures.absent}`) : null,
  ].filter((words) => words !== null);
  return (
    <div className={classes.fields}>
      {readOnly ? (
        <p className={classes.editorName}>{name}</p>
      ) : (
        <TextInput
          ref={field}
          label={t('name')}
          size="xs"
          maxLength={200}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
        />
      )}
      {said.length > 0 && <p className={classes.small}>{said.join(' · ')}</p>}
      <Initiators
        value={touchpoint.initiator}
        readOnly={readOnly}
        onChange={(initiator) => onEdit({ initiator })}
      />
      <div className={classes.row}>
        <Button icon={<IconArrowUpRight aria-hidden="true" />} onClick={onGo}>
          {t('go')}
        </Button>
        {!readOnly && <IconButton label={t('removeOne', { name })} icon={<IconTrash />} onClick={onRemove} />}
      </div>
    </div>
  );
}

function Initiators({
  value,
  readOnly,
  onChange,
}: {
  readonly value: Initiator;
  readonly readOnly: boolean;
  readonly onChange: (initiator: Initiator) => void;
}) {
  const t = useText();
  if (readOnly) {
    return (
      <p className={classes.small}>
        {t('initiator')} {t(`by.${value}`)}
      </p>
    );
  }
  return (
    <Choice
      label={t('initiator')}
      labelled
      options={(['customer', 'company'] as const).map((one) => ({ value: one, label: t(`by.${one}`) }))}
      value={value}
      onChange={onChange}
    />
  );
}

function AddForm({
  first,
  onAdd,
}: {
  readonly first: boolean;
  readonly onAdd: (name: string, initiator: Initiator) => void;
}) {
  const t = useText();
  const [name, setName] = useState('');
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(name.trim(), 'customer');
      }}
    >
      <TextInput
        label={t('addTitle')}
        placeholder={t('namePlaceholder')}
        size="xs"
        maxLength={200}
        value={name}
        data-autofocus={first || undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button look={first ? 'action' : 'plain'} type="submit">
        {t('add')}
      </Button>
    </form>
  );
}
