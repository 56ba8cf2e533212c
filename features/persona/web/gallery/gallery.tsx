import {
  IconAddressBook,
  IconColumns,
  IconLayoutGrid,
  IconListCheck,
  IconMessageQuestion,
  IconPrinter,
  IconSchool,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { PrintDialog } from '../deliverable/print-dialog.tsx';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import { CreatePersona } from './create-persona.tsx';
import { useExamples } from './examples.ts';
import classes from './gallery.module.css';
import { useOpenPersonaFile } from './open-persona-file.tsx';
import { PersonaCard } from './persona-card.tsx';

type GalleryProps = {
  /** The head of the page: its title, which workspace; the buttons are given. */
  readonly head: (buttons: ReactNode) => ReactNode;
};

/** Every persona of the workspace, face to face. */
export function Gallery({ head }: GalleryProps) {
  const t = useText();
  const { query } = useApi();
  const ways = useWays();
  const { workspaceId, Link } = ways;
  const [creating, setCreating] = useState(false);
  const [printing, setPrinting] = useState(false);
  const { data, error, refetch } = useQuery(query.persona.list.queryOptions({ input: { workspaceId } }));
  const file = useOpenPersonaFile();
  const examples = useExamples();
  const create = (
    <Button look="action" onClick={() => setCreating(true)}>
      {t('gallery.create')}
    </Button>
  );
  const discover = (
    <Link href={ways.discover()} className={buttonClass('plain')}>
      <IconUsersGroup aria-hidden="true" />
      {t('discovery.open')}
    </Link>
  );
  const some = data !== undefined && data.length > 0;
  return (
    <>
      {head(
        <>
          {some && discover}
          {file.button}
          {some && create}
        </>,
      )}
      {some && (
        <nav className={classes.ways} aria-label={t('gallery.ways')}>
          <Link href={ways.recognise} className={buttonClass('plain')}>
            <IconMessageQuestion aria-hidden="true" />
            {t('gallery.recognise')}
          </Link>
          <Link href={ways.questions()} className={buttonClass('plain')}>
            <IconListCheck aria-hidden="true" />
            {t('questions.open')}
          </Link>
          <Link href={ways.training} className={buttonClass('plain')}>
            <IconSchool aria-hidden="true" />
            {t('gallery.train')}
          </Link>
          {data.length > 1 && (
            <Link href={ways.compare([])} className={buttonClass('plain')}>
              <IconColumns aria-hidden="true" />
              {t('gallery.compare')}
            </Link>
          )}
          <Link href={ways.contacts()} className={buttonClass('plain')}>
            <IconAddressBook aria-hidden="true" />
            {t('contacts.open')}
          </Link>
          <Link href={ways.segments} className={buttonClass('plain')}>
            <IconLayoutGrid aria-hidden="true" />
            {t('gallery.segments')}
          </Link>
          <Button icon={<IconPrinter aria-hidden="true" />} onClick={() => setPrinting(true)}>
            {t('deliverable.openBooklet')}
          </Button>
        </nav>
      )}
      <div className={classes.notices}>
        {file.notice}
        {error !== null && <FailureNotice error={error} onRetry={() => void refetch()} />}
        {examples.error !== null && <FailureNotice error={examples.error} />}
      </div>
      {data?.length === 0 && (
        <EmptyState
          title={t('gallery.none')}
          text={t('gallery.noneText')}
          actions={
            <>
              {create}
              {discover}
              <Button disabled={examples.pending} onClick={examples.load}>
                {t('gallery.example')}
              </Button>
            </>
          }
        />
      )}
      {some && (
        <ul className={classes.cards} aria-busy={examples.pending}>
          {data.map((persona) => (
            <PersonaCard key={persona.id} persona={persona} />
          ))}
        </ul>
      )}
      {printing && <PrintDialog persona={null} onClose={() => setPrinting(false)} />}
      {creating && <CreatePersona onClose={() => setCreating(false)} />}
    </>
  );
}
