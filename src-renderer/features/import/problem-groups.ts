import type { ImportProblem } from '../../../src-shared/contract/imports.ts';

type Reason = ImportProblem['reason'];

/** Problems of one kind. */
export interface ProblemGroup {
  readonly reason: Reason;
  readonly count: number;
  /** The app lists some of many: there may be more than `count`. */
  readonly isAtLeast: boolean;
  /** One for each thing in the file that has such problems (`entry 4`), with the parts of it that have them (`photo 2`). */
  readonly things: readonly { readonly item: string; readonly parts: readonly string[] }[];
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

/**
 * In the order in which the kinds first come.
 * @param problemCount how many there are in all. The app lists every kind with its fair share, so what is not listed belongs to the kinds that are listed most;
 * where that is one kind, its count is known.
 */
export function groupProblems(problems: readonly ImportProblem[], problemCount: number): readonly ProblemGroup[] {
  const groups = new Map<Reason, { count: number; things: Map<string, string[]> }>();
  for (const problem of problems) {
    const group = groups.get(problem.reason) ?? { count: 0, things: new Map<string, string[]>() };
    groups.set(problem.reason, group);
    const { item, part } = split(problem);
    const parts = group.things.get(item) ?? [];
    group.things.set(item, parts);
    if (part !== null) parts.push(part);
    group.count += 1;
  }
  const unlisted = problemCount - problems.length;
  const most = Math.max(0, ...[...groups.values()].map(({ count }) => count));
  // The last round of sharing may have ended in the middle.
  const cut = unlisted > 0 ? [...groups].filter(([, { count }]) => count >= most - 1).map(([reason]) => reason) : [];
  return [...groups].map(([reason, { count, things }]) => ({
    reason,
    count: cut.length === 1 && cut[0] === reason ? count + unlisted : count,
    isAtLeast: cut.length > 1 && cut.includes(reason),
    things: [...things].map(([item, parts]) => ({ item, parts })),
  }));
}
