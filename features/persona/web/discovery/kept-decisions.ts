import { useEffect, useState } from 'react';
import { z } from 'zod';
import { type Decisions, undecided } from './proposals.ts';

const words = z.record(z.string(), z.string());
const draftSchema = z.object({
  names: words,
  dropped: z.array(z.string()),
  joined: words,
  left: z.array(z.string()),
  texts: words,
  into: words,
  modelName: z.string().nullable(),
});

type Draft = { readonly decisions: Decisions; readonly modelName: string | null };

const keyOf = (discoveryId: string): string => `parcours.discovery.${discoveryId}`;

function read(discoveryId: string): Draft {
  const nothing = { decisions: undecided, modelName: null };
  try {
    const stored = localStorage.getItem(keyOf(discoveryId));
    if (stored === null) return nothing;
    const draft = draftSchema.safeParse(JSON.parse(stored));
    if (!draft.success) return nothing;
    const { dropped, left, modelName, ...rest } = draft.data;
    return { modelName, decisions: { ...rest, dropped: new Set(dropped), left: new Set(left) } };
  } catch {
    return nothing;
  }
}

function write(discoveryId: string, { decisions: { dropped, left, ...rest }, modelName }: Draft): void {
  try {
    const draft: z.infer<typeof draftSchema> = {
      ...rest,
      dropped: [...dropped],
      left: [...left],
      modelName,
    };
    localStorage.setItem(keyOf(discoveryId), JSON.stringify(draft));
  } catch {
    // Without storage the page works; what is not kept is then lost on leaving, as it is in any form.
  }
}

/** Once they are kept as personas, or the search is deleted, the decisions have served. */
export function forgetDecisions(discoveryId: string): void {
  try {
    localStorage.removeItem(keyOf(discoveryId));
  } catch {
    // Nothing was stored.
  }
}

/**
 * What somebody has decided of a discovery and not kept yet, in this browser: leaving the page or loading it anew loses
 * nothing. It is one person's draft, so it is not shared.
 */
export function useDecisions(discoveryId: string) {
  const [draft, setDraft] = useState(() => read(discoveryId));
  const untouched = draft.decisions === undecided && draft.modelName === null;
  useEffect(() => {
    if (!untouched) write(discoveryId, draft);
  }, [discoveryId, draft, untouched]);
  return {
    decisions: draft.decisions,
    modelName: draft.modelName,
    setDecisions: (decisions: Decisions) => setDraft((before) => ({ ...before, decisions })),
    setModelName: (modelName: string) => setDraft((before) => ({ ...before, modelName })),
    untouched,
    startOver: () => {
      forgetDecisions(discoveryId);
      setDraft({ decisions: undecided, modelName: null });
    },
  };
}
