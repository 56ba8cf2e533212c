import { Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconColumns,
  IconCopy,
  IconDots,
  IconDownload,
  IconHistory,
  IconLink,
  IconMessage,
  IconMessageQuestion,
  IconPrinter,
  IconShare2,
  IconTrash,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Button, buttonClass } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { LinkMark } from '#ui/live/link-mark.tsx';
import type { LinkStatus } from '#ui/live/link-status.ts';
import { People } from '#ui/live/people.tsx';
import type { Presence } from '#ui/live/presence.ts';
import { useText as useUiText } from '#ui/text.ts';
import { PrintDialog } from '../deliverable/print-dialog.tsx';
import { RemovePersona } from '../gallery/remove-persona.tsx';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import type { SheetView } from './sheet.tsx';
import bar from './sheet-bar.module.css';
import type { Notice } from './sheet-context.ts';

type SheetBarProps = {
  readonly personaId: string;
  readonly title: string;
  readonly crumbs: ReactNode;
  readonly view: SheetView;
  readonly onView: (view: SheetView) => void;
  readonly status: LinkStatus;
  readonly presence: Presence;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onVersions: () => void;
  readonly onCopy: () => void;
  /** Open threads, whether they are shown, and the way to show or hide them. */
  readonly comments: number;
  readonly talking: boolean;
  readonly onTalk: () => void;
  readonly notify: (notice: Notice | null) => void;
  /** Buttons of the page that composes this one: posters, discovery. */
  readonly toolbar?: ReactNode;
};

/** The bar of the sheet: where it lies, who else is here, what can be done with the portrait. */
export function SheetBar(props: SheetBarProps) {
  const { personaId, title, crumbs, view, onView, status, presence } = props;
  const t = useText();
  const ui = useUiText();
  const { Link, compare, recognise, gallery, go, workspaceId } = useWays();
  const [removing, setRemoving] = useState(false);
  const [printing, setPrinting] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    props.notify({ text: t('bar.copied'), undo: false });
  };
  return (
    <header className={bar.bar}>
      <div className={bar.crumbs}>{crumbs}</div>
      <Choice
        label={t('bar.view')}
        options={[
          { value: 'portrait', label: t('bar.portrait') },
          { value: 'empathy', label: t('bar.empathy') },
        ]}
        value={view}
        onChange={onView}
      />
      <div className={bar.presence}>
        <LinkMark status={status} />
        <People presence={presence} />
      </div>
      <div className={bar.actions}>
        <span className={bar.history}>
          <IconButton
            label={ui('live.undo')}
            icon={<IconArrowBackUp />}
            disabled={!props.canUndo}
            onClick={props.onUndo}
          />
          <IconButton
            label={ui('live.redo')}
            icon={<IconArrowForwardUp />}
            disabled={!props.canRedo}
            onClick={props.onRedo}
          />
        </span>
        <IconButton
          className={bar.comments}
          label={t('talk.button', { count: props.comments })}
          icon={
            <>
              <IconMessage />
              {props.comments > 0 && <strong>{props.comments}</strong>}
            </>
          }
          aria-pressed={props.talking}
          onClick={props.onTalk}
        />
        <Link href={compare([personaId])} className={buttonClass('plain')}>
          <IconColumns aria-hidden="true" />
          <span className={bar.word}>{t('bar.compare')}</span>
        </Link>
        <Link href={recognise} className={buttonClass('plain')}>
          <IconMessageQuestion aria-hidden="true" />
          <span className={bar.word}>{t('bar.recognise')}</span>
        </Link>
        <Button icon={<IconPrinter aria-hidden="true" />} onClick={() => setPrinting(true)}>
          <span className={bar.word}>{t('deliverable.open')}</span>
        </Button>
        {props.toolbar}
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton label={t('bar.more')} icon={<IconDots />} />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconHistory size={16} aria-hidden="true" />} onClick={props.onVersions}>
              {t('bar.versions')}
            </Menu.Item>
            <Menu.Item leftSection={<IconCopy size={16} aria-hidden="true" />} onClick={props.onCopy}>
              {t('bar.duplicate')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash size={16} aria-hidden="true" />}
              onClick={() => setRemoving(true)}
            >
              {t('gallery.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button look="action" icon={<IconShare2 aria-hidden="true" />}>
              <span className={bar.word}>{t('bar.share')}</span>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {'clipboard' in navigator && (
              <Menu.Item leftSection={<IconLink size={16} aria-hidden="true" />} onClick={() => void copy()}>
                {t('bar.copy')}
              </Menu.Item>
            )}
            <Menu.Item
              leftSection={<IconPrinter size={16} aria-hidden="true" />}
              onClick={() => window.print()}
            >
              {t('bar.print')}
            </Menu.Item>
            <Menu.Item
              component="a"
              leftSection={<IconDownload size={16} aria-hidden="true" />}
              href={fileAddress(workspaceId, personaId)}
              download={fileName(title)}
            >
              {t('gallery.download')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {printing && (
        <PrintDialog
          persona={{ id: personaId, title: title.trim() || t('sheet.untitled') }}
          onClose={() => setPrinting(false)}
        />
      )}
      {removing && (
        <RemovePersona
          personaId={personaId}
          title={title}
          onClose={() => setRemoving(false)}
          onRemoved={() => go(gallery)}
        />
      )}
    </header>
  );
}

export const fileAddress = (workspaceId: string, personaId: string): string =>
  `/api/v1/workspaces/${workspaceId}/personas/${personaId}/file`;

/** Slashes and the like would make a folder of it. */
export const fileName = (title: string): string =>
  `${title.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'persona'}.persona.json`;
