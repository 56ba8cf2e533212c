import { Modal } from '@mantine/core';
import { IconDownload, IconPhoto } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { type Locale, locales } from '#kit/locale.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { drawPicture } from '#ui/draw-picture.ts';
import { FailureNotice, ProblemNotice } from '#ui/problem-notice.tsx';
import { saveFile } from '#ui/save-file.ts';
import { useText as useUiText } from '#ui/text.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { DeliverablePages } from '../../contract-deliverable.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './print-dialog.module.css';

type Format = 'poster' | 'card' | 'booklet';
type Shown = { readonly id: string; readonly title: string };

type PrintDialogProps = {
  /** The persona of posters and cards; without one, the booklet alone. */
  readonly persona: Shown | null;
  readonly onClose: () => void;
};

/** What can be hung, carried or handed out: seen as it will be printed, then taken as PDF or as pictures. */
export function PrintDialog({ persona, onClose }: PrintDialogProps) {
  const t = useText();
  const ui = useUiText();
  const { workspaceId, language: written } = useWays();
  const { query } = useApi();
  const [format, setFormat] = useState<Format>(persona ? 'poster' : 'booklet');
  const [language, setLanguage] = useState<Locale>(written);
  const ofOne = useQuery({
    ...query.persona.deliverablePages.queryOptions({
      input: {
        workspaceId,
        personaId: persona?.id ?? '',
        format: format === 'card' ? 'card' : 'poster',
        language,
      },
    }),
    enabled: format !== 'booklet',
    placeholderData: keepPreviousData,
    // Somebody may have written in it since.
    staleTime: 0,
    gcTime: 0,
  });
  const ofAll = useQuery({
    ...query.persona.bookletPages.queryOptions({ input: { workspaceId, language } }),
    enabled: format === 'booklet',
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const { data, error, refetch, isPlaceholderData } = format === 'booklet' ? ofAll : ofOne;
  const formats: readonly Format[] = persona ? ['poster', 'card', 'booklet'] : ['booklet'];
  const name = [
    t(`deliverable.fileName.${format}`),
    ...(persona && format !== 'booklet' ? [persona.title] : []),
  ].join(' – ');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('deliverable.title')}
      size="min(72rem, 100%)"
      closeButtonProps={{ 'aria-label': ui('dismiss') }}
    >
      <div className={classes.tools}>
        {formats.length > 1 && (
          <Choice
            label={t('deliverable.format')}
            labelled
            options={formats.map((value) => ({ value, label: t(`deliverable.${value}`) }))}
            value={format}
            onChange={setFormat}
          />
        )}
        <Choice
          label={t('deliverable.language')}
          labelled
          options={locales.map((value) => ({ value, label: ui(`language.${value}`) }))}
          value={language}
          onChange={setLanguage}
        />
        <a
          className={`${buttonClass('action')} ${classes.pdf}`}
          href={addressOf(workspaceId, persona, format, language)}
          download={`${fileNameOf(name)}.pdf`}
        >
          <IconDownload aria-hidden="true" />
          {t('deliverable.pdf')}
        </a>
      </div>
      {error !== null && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {data !== undefined && data.picturesLeftOut.length > 0 && (
        <ProblemNotice
          title={t('deliverable.pictureLeftOut', { names: data.picturesLeftOut.join(', ') })}
          cure={t('deliverable.pictureLeftOutCure')}
        />
      )}
      {data === undefined && error === null && (
        <p className={classes.making} role="status">
          {t('deliverable.making')}
        </p>
      )}
      {data !== undefined && (
        <div className={classes.pages} data-format={format} aria-busy={isPlaceholderData}>
          {data.pages.map((page, index) => (
            <PrintedPage
              // biome-ignore lint/suspicious/noArrayIndexKey: a page has no other identity than its number
              key={index}
              page={page}
              label={t('deliverable.alone', { page: index + 1, pages: data.pages.length })}
              only={data.pages.length === 1}
              number={index + 1}
              name={fileNameOf(name)}
            />
          ))}
        </div>
      )}
    </Modal>
  );
}

type PrintedPageProps = {
  readonly page: DeliverablePages['pages'][number];
  readonly label: string;
  readonly only: boolean;
  readonly number: number;
  readonly name: string;
};

function PrintedPage({ page, label, only, number, name }: PrintedPageProps) {
  const t = useText();
  const [state, setState] = useState<'ready' | 'drawing' | 'failed'>('ready');
  const draw = async () => {
    setState('drawing');
    const picture = await drawPicture(page);
    if (picture) saveFile(picture, only ? `${name}.png` : `${name} ${number}.png`);
    setState(picture ? 'ready' : 'failed');
  };
  return (
    <figure className={classes.page}>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(page.svg)}`}
        alt=""
        width={Math.round(page.width)}
        height={Math.round(page.height)}
      />
      <figcaption>
        <span>{label}</span>
        <VisuallyHidden>{page.text}</VisuallyHidden>
        <Button
          icon={<IconPhoto aria-hidden="true" />}
          disabled={state === 'drawing'}
          onClick={() => void draw()}
        >
          {only ? t('deliverable.pngOne') : t('deliverable.png', { page: number })}
        </Button>
      </figcaption>
      {state === 'failed' && <p role="alert">{t('deliverable.pngFailed')}</p>}
    </figure>
  );
}

function addressOf(workspaceId: string, persona: Shown | null, format: Format, language: Locale): string {
  const room = `/api/v1/workspaces/${workspaceId}`;
  return format === 'booklet' || persona === null
    ? `${room}/persona-booklet?language=${language}`
    : `${room}/personas/${persona.id}/deliverable?format=${format}&language=${language}`;
}

/** Slashes and the like would make a folder of it. */
const fileNameOf = (title: string): string => title.replace(/[\\/:*?"<>|]+/g, ' ').trim();
