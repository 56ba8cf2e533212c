import { useEffect, useState } from 'react';
import type { Change } from '#kit/document/changes.ts';
import { connectDocument, type DocumentConnection } from '#kit/document/connect.ts';
import { documentName } from '#kit/document/wire.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Problem } from '#kit/problem.ts';
import { personaDocument } from '../domain/document.ts';
import type { Persona } from '../domain/schema.ts';

export type PersonaConnection = DocumentConnection<typeof personaDocument>;

/** The live document of one persona, opened with the page and closed with it; null for the moment before it is opened. */
export function usePersonaConnection(workspaceId: WorkspaceId, personaId: string): PersonaConnection | null {
  const [connection, setConnection] = useState<PersonaConnection | null>(null);
  useEffect(() => {
    const url = new URL('/collaboration', window.location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const opened = connectDocument({
      url: url.href,
      name: documentName({ workspaceId, kind: personaDocument.kind, documentId: personaId }),
      kind: personaDocument,
      offline: true,
    });
    setConnection(opened);
    return () => {
      setConnection(null);
      opened.destroy();
    };
  }, [workspaceId, personaId]);
  return connection;
}

/** Carries out edits on the persona as it is at that moment, not as it was last drawn. */
export type Editor = {
  readonly now: () => Persona | undefined;
  /** Computes changes from the persona as it is and sends them; true when something was sent. */
  readonly edit: (make: (persona: Persona) => readonly Change[]) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
};

/** `refused` is told why an edit was not taken. */
export function createEditor(connection: PersonaConnection, refused: (problem: Problem) => void): Editor {
  return {
    now: () => connection.snapshot().document,
    edit(make) {
      const persona = connection.snapshot().document;
      const changes = persona ? make(persona) : [];
      if (changes.length === 0) return false;
      const sent = connection.change(changes);
      if (!sent.ok) refused(sent.problem);
      return sent.ok;
    },
    undo: connection.undo,
    redo: connection.redo,
  };
}
