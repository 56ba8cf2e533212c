import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button } from '#ui/button.tsx';
import { FailureNotice, ProblemNotice } from '#ui/problem-notice.tsx';
import { personaFileSchema } from '../../contract.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';

/**
 * Reads a persona downloaded before back into the workspace, and opens it. What of the file could not be kept is said
 * first, with the way to the persona that was made all the same.
 */
export function useOpenPersonaFile(): { readonly button: ReactNode; readonly notice: ReactNode } {
  const t = useText();
  const { workspaceId, persona, go } = useWays();
  const { query } = useApi();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState(false);
  const open = useMutation(
    query.persona.import.mutationOptions({
      onSuccess: ({ id, setAside }) => {
        void client.invalidateQueries({ queryKey: query.persona.list.key() });
        if (setAside.length === 0) go(persona(id));
      },
    }),
  );
  const read = async (file: File): Promise<void> => {
    const content: unknown = await file.text().then((text) => {
      try {
        return JSON.parse(text);
      } catch {
        return null;
      }
    });
    const parsed = personaFileSchema.safeParse(content);
    open.reset();
    setUnreadable(!parsed.success);
    if (parsed.success) open.mutate({ workspaceId, file: parsed.data });
  };
  const button = (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('gallery.importFile')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void read(file);
        }}
      />
      <Button onClick={() => input.current?.click()} disabled={open.isPending}>
        {t('gallery.importFile')}
      </Button>
    </>
  );
  return { button, notice: noticeOf() };

  function noticeOf(): ReactNode {
    if (unreadable) {
      return <ProblemNotice title={t('gallery.notAPersona')} cure={t('gallery.notAPersonaCure')} />;
    }
    if (open.error !== null) return <FailureNotice error={open.error} />;
    const made = open.data;
    if (made === undefined || made.setAside.length === 0) return null;
    return (
      <ProblemNotice
        title={t('gallery.setAside', { count: made.setAside.length })}
        where={[...new Set(made.setAside.map(({ path }) => path.join(' › ')))].slice(0, 5).join(', ')}
        cure={t('gallery.setAsideCure')}
        actions={<Button onClick={() => go(persona(made.id))}>{t('gallery.openAnyway')}</Button>}
      />
    );
  }
}
