import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useApi } from '#client/react.tsx';
import { useLocale } from '#ui/i18n.ts';
import type { Workspace } from '#workspace/domain/schema.ts';

const key = 'parcours.workspace';

function remembered(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * All workspaces, and the one shown: named by the address, else the one visited last, else the first in the reader's
 * language, else the first.
 */
export function useCurrentWorkspace(): {
  readonly workspaces: readonly Workspace[] | undefined;
  /** Undefined while loading, and when the address names one that does not exist. */
  readonly workspace: Workspace | undefined;
  readonly error: unknown;
  readonly retry: () => void;
} {
  const { query } = useApi();
  const locale = useLocale();
  const { workspaceId } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(query.workspace.list.queryOptions());
  const named = workspaceId ?? remembered();
  const found = data?.find((workspace) => workspace.id === named);
  const first = data?.find(({ language }) => language === locale) ?? data?.[0];
  const workspace = found ?? (workspaceId === undefined ? first : undefined);
  const id = workspace?.id;
  useEffect(() => {
    if (id === undefined) return;
    try {
      localStorage.setItem(key, id);
    } catch {
      // Not remembered: the first workspace will be shown next time.
    }
  }, [id]);
  return { workspaces: data, workspace, error, retry: () => void refetch() };
}
