import type { ImportProblem, ImportProblems } from '../../../src-shared/contract/imports.ts';

type Reason = ImportProblem['reason'];

/** A thing in the file that has problems, with the parts of it that have them (`photo 2`). */
export interface ProblemThing extends Pick<ImportProblem, 'item' | 'day' | 'journal' | 'path'> {
  readonly parts: readonly string[];
  /** The things that it stands for, each of its parts for one. */
  readonly count: number;
}

/** Problems of one kind. */
export interface ProblemGroup {
  readonly reason: Reason;
  /** Of all things, also of those that are not listed. */
  readonly count: number;
  readonly things: readonly ProblemThing[];
}

/** Whether what a problem is about is in the vault behind the import. */
const IS_LEFT_OUT: Readonly<Record<Reason, boolean>> = {
  'unreadable-date': true,
  'date-guessed': false,
  'unknown-zone': false,
  'missing-habit': true,
  'not-an-object': true,
  'unreadable-item': true,
  'unreadable-text': false,
  encrypted: true,
  'media-missing': true,
  'media-too-large': true,
  'media-unreadable': true,
  'text-from-rich-text': false,
  'text-split': false,
  'duplicate-in-file': false,
  'automatic-check-in': true,
  'value-out-of-range': true,
  'target-guessed': false,
  'kind-left-out': true,
  'trashed-there': true,
  'too-many': true,
};

export function isLeftOut({ reason }: Pick<ImportProblem, 'reason'>): boolean {
  return IS_LEFT_OUT[reason];
}

/** Only media are named as a part of something else: `journal 2, entry 4, photo 2`. */
function split({ reason, item }: ImportProblem): { readonly item: string; readonly part: string | null } {
  const comma = reason.startsWith('media-') ? item.lastIndexOf(', ') : -1;
  return comma < 0 ? { item, part: null } : { item: item.slice(0, comma), part: item.slice(comma + 2) };
}

/** In the order in which the kinds first come. */
export function groupProblems({ problems, problemTallies }: ImportProblems): readonly ProblemGroup[] {
  const groups = new Map<
    Reason,
    { count: number; things: Map<string, ProblemThing & { parts: string[]; count: number }> }
  >();
  for (const { reason, count } of problemTallies) {
    const group = groups.get(reason);
    if (group === undefined) groups.set(reason, { count, things: new Map() });
    else group.count += count;
  }
  for (const problem of problems) {
    const things = groups.get(problem.reason)?.things;
    if (things === undefined) continue;
    const { item, part } = split(problem);
    const { count = 1, reason: _, ...place } = problem;
    const key = JSON.stringify([item, problem.journal, problem.day, problem.path]);
    const thing = things.get(key) ?? { ...place, item, parts: [], count: 0 };
    things.set(key, thing);
    if (part !== null) thing.parts.push(part);
    thing.count += count;
  }
  return [...groups].map(([reason, { count, things }]) => ({ reason, count, things: [...things.values()] }));
}
