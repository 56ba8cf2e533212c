import { applyChanges, type Change, sameJson } from '#kit/document/changes.ts';
import { linesOf } from '#kit/document/lines.ts';
import { keyAt, keysAt, nextToItself, type Position, siblings } from '#kit/document/position.ts';
import type { NewId } from '#kit/ids.ts';
import type { Evidence } from '../evidence.ts';
import { part, removal } from '../parts.ts';
import type { Persona, Section, Statement } from '../schema.ts';
import { type Patch, put, rewrite } from './change.ts';

/** What may be told of a statement besides its place. */
export type StatementPatch = Patch<Omit<Statement, 'order' | 'section'>>;

/** Most evidence one statement carries (`statementSchema.evidence`). */
const mostEvidence = 50;

/** A statement in a section: assumed, until evidence comes. */
export function addStatement(
  persona: Persona,
  input: Position & { readonly section: Section; readonly statement?: StatementPatch },
  newId: NewId,
): Change[] {
  const { order, changes } = keyAt('statements', statementsIn(persona, input.section), input);
  const told = Object.fromEntries(
    Object.entries(input.statement ?? {}).filter(([, value]) => value !== undefined),
  );
  const statement = { ...freshStatement(input.section, order, ''), ...told };
  return [...changes, put('statements', newId(), statement)];
}

/** Twenty lines give twenty statements, in their order. Empty lines and the bullets of a pasted list are dropped. */
export function pasteStatements(
  persona: Persona,
  input: Position & { readonly section: Section; readonly text: string },
  newId: NewId,
): Change[] {
  const lines = linesOf(input.text);
  if (lines.length === 0) return [];
  const among = statementsIn(persona, input.section);
  const { orders, changes } = keysAt('statements', among, input, lines.length);
  return [
    ...changes,
    ...lines.map((text, index) =>
      put('statements', newId(), freshStatement(input.section, orders[index]!, text)),
    ),
  ];
}

/** Moves a statement inside its section or to another one. */
export function moveStatement(
  persona: Persona,
  input: Position & { readonly statementId: string; readonly section: Section },
): Change[] {
  const { statementId, section } = input;
  if (!part(persona, 'statements', statementId) || nextToItself(input, statementId)) return [];
  const among = statementsIn(persona, section, statementId);
  const { order, changes } = keyAt('statements', among, input);
  return [...changes, ...rewrite(persona, 'statements', statementId, { section, order })];
}

export const editStatement = (persona: Persona, statementId: string, patch: StatementPatch): Change[] =>
  rewrite(persona, 'statements', statementId, patch);

/** Evidence goes to the end; the same one again, or one too many, changes nothing. */
export function addEvidence(persona: Persona, statementId: string, evidence: Evidence): Change[] {
  const statement = part(persona, 'statements', statementId);
  if (!statement || statement.evidence.length >= mostEvidence) return [];
  if (statement.evidence.some((one) => sameJson(one, evidence))) return [];
  return rewrite(persona, 'statements', statementId, { evidence: [...statement.evidence, evidence] });
}

/**
 * What was found elsewhere about the persona, taken in: a sentence that its section has already in the same words gains the
 * evidence, the others come at the end of theirs.
 */
export function addProven(
  persona: Persona,
  found: readonly {
    readonly section: Section;
    readonly text: string;
    readonly evidence: readonly Evidence[];
  }[],
  newId: NewId,
): Change[] {
  const changes: Change[] = [];
  let present = persona;
  for (const { section, text, evidence } of found) {
    const same = Object.entries(present.statements).find(
      ([, one]) => one.section === section && one.text.trim() === text.trim(),
    );
    const more = same
      ? evidence.flatMap((one) => addEvidence(present, same[0], one))
      : addStatement(present, { section, statement: { text, evidence: [...evidence] } }, newId);
    present = applyChanges(present, more);
    changes.push(...more);
  }
  return changes;
}

/** Takes one evidence away, recognised by what it says: its place may have changed meanwhile. */
export function removeEvidence(persona: Persona, statementId: string, evidence: Evidence): Change[] {
  const statement = part(persona, 'statements', statementId);
  if (!statement) return [];
  return rewrite(persona, 'statements', statementId, {
    evidence: statement.evidence.filter((one) => !sameJson(one, evidence)),
  });
}

/** The statement; what was said about it stays, as said about its section. */
export const removeStatement = (persona: Persona, statementId: string): Change[] =>
  removal(persona, 'statements', statementId);

const statementsIn = (persona: Persona, section: Section, moving?: string) =>
  siblings(persona.statements, (statement) => statement.section === section, moving);

export const freshStatement = (section: Section, order: string, text: string): Statement => ({
  order,
  section,
  text,
  answer: '',
  note: '',
  evidence: [],
  weight: null,
  validForDays: null,
});
