export type WordRun = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** Past this many comparisons a text is told as replaced: nobody reads a difference of ten thousand words. */
const most = 1_000_000;

/**
 * What changed between two texts, word by word, in reading order; the runs that are not `added` make the former text,
 * those that are not `removed` the new one. Longest common subsequence of words, spaces and marks; a space between two
 * changes is told with them.
 */
export function wordDiff(before: string, after: string): WordRun[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  ) {
    tail++;
  }
  return joined([
    { kind: 'same', text: old.slice(0, head).join('') },
    ...common(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    { kind: 'same', text: old.slice(old.length - tail).join('') },
  ]);
}

/** What goes before what comes, in one run each between two runs that stay. */
function joined(found: readonly WordRun[]): WordRun[] {
  const runs: WordRun[] = [];
  const changed = { removed: '', added: '' };
  let same = '';
  const settle = () => {
    if (same !== '') runs.push({ kind: 'same', text: same });
    for (const kind of ['removed', 'added'] as const) {
      if (changed[kind] !== '') runs.push({ kind, text: changed[kind] });
      changed[kind] = '';
    }
    same = '';
  };
  for (const { kind, text } of found) {
    const inChange = changed.removed !== '' || changed.added !== '';
    if (text === '') continue;
    if (kind !== 'same') changed[kind] += text;
    else if (!inChange) same += text;
    else {
      settle();
      same = text;
    }
  }
  settle();
  return withoutLoneSpaces(runs);
}

/** A space that stays between two changes belongs to both. */
function withoutLoneSpaces(runs: readonly WordRun[]): WordRun[] {
  const kept: WordRun[] = [];
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at]!;
    const lone = run.kind === 'same' && run.text.trim() === '' && at > 0 && at < runs.length - 1;
    if (!lone) {
      append(kept, run);
      continue;
    }
    append(kept, { kind: 'removed', text: run.text });
    append(kept, { kind: 'added', text: run.text });
  }
  return kept;
}

/** To the last run of its kind since something stayed: removed runs stand before added ones. */
function append(runs: WordRun[], run: WordRun): void {
  const last = runs.at(-1);
  const before = runs.at(-2);
  if (last?.kind === run.kind) runs[runs.length - 1] = { kind: run.kind, text: last.text + run.text };
  else if (run.kind === 'removed' && last?.kind === 'added' && before?.kind === 'removed') {
    runs[runs.length - 2] = { kind: 'removed', text: before.text + run.text };
  } else if (run.kind === 'removed' && last?.kind === 'added') runs.splice(-1, 0, run);
  else runs.push(run);
}

const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}_’'-]+|[^\s\p{L}\p{N}_]/gu) ?? [];

function common(old: readonly string[], now: readonly string[]): WordRun[] {
  if (old.length * now.length > most) {
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: now.join('') },
    ];
  }
  const width = now.length + 1;
  // lengths[i * width + j]: longest common subsequence of old from i and now from j.
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        old[i] === now[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const runs: WordRun[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      runs.push({ kind: 'same', text: old[i]! });
      i++;
      j++;
    } else if (
      j >= now.length ||
      (i < old.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)
    ) {
      runs.push({ kind: 'removed', text: old[i++]! });
    } else {
      runs.push({ kind: 'added', text: now[j++]! });
    }
  }
  return runs;
}
