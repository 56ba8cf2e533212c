import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useApi } from '#client/react.tsx';
import { mapFileSchema } from '#journey/contract.ts';
import { Button } from '#ui/button.tsx';
import { FailureNotice, ProblemNotice } from '#ui/problem-notice.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { useText } from '../text.ts';

/** Reads a map downloaded before (its own JSON) back into the workspace, and opens it. */
export function useOpenMapFile(workspace: Workspace) {
  const t = useText();
  const { query } = useApi();
  const client = useQueryClient();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [notAMap, setNotAMap] = useState(false);
  const open = useMutation(
    query.journey.import.mutationOptions({
      onSuccess: async ({ id }) => {
        void client.invalidateQueries({ queryKey: query.journey.list.key() });
        await navigate({
          to: '/w/$workspaceId/maps/$mapId',
          params: { workspaceId: workspace.id, mapId: id },
        });
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
    const parsed = mapFileSchema.safeParse(content);
    setNotAMap(!parsed.success);
    if (parsed.success) open.mutate({ workspaceId: workspace.id, file: parsed.data });
  };
  const button = (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('maps.importFile')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void read(file);
        }}
      />
      <Button onClick={() => input.current?.click()} disabled={open.isPending}>
        {t('maps.importFile')}
      </Button>
    </>
  );
  const notice = notAMap ? (
    <ProblemNotice title={t('maps.notAMap')} cure={t('maps.notAMapCure')} />
  ) : open.error !== null ? (
    <FailureNotice error={open.error} />
  ) : null;
  return { button, notice };
}
