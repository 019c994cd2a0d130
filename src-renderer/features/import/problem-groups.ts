import type { ImportProblem } from '../../../src-shared/contract/imports.ts';

type Reason = ImportProblem['reason'];

/** Problems of one kind. */
export interface ProblemGroup {
  readonly reason: Reason;
  readonly count: number;
  /** One for each thing in the file that has such problems (`entry 4`), with the parts of it that have them (`photo 2`). */
  readonly things: readonly { readonly item: string; readonly parts: readonly string[] }[];
}

/** What these are about is not in the vault after the import. */
const LEFT_OUT: ReadonlySet<Reason> = new Set<Reason>([
  'unreadable-date',
  'missing-habit',
  'not-an-object',
  'media-left-out',
  'automatic-check-in',
  'value-out-of-range',
]);

export function isLeftOut({ reason }: ImportProblem): boolean {
  return LEFT_OUT.has(reason);
}

/** Only media are named as a part of something else: `journal 2, entry 4, photo 2`. */
function split({ reason, item }: ImportProblem): { readonly item: string; readonly part: string | null } {
  const comma = reason === 'media-left-out' ? item.lastIndexOf(', ') : -1;
  return comma < 0 ? { item, part: null } : { item: item.slice(0, comma), part: item.slice(comma + 2) };
}

/** In the order in which the kinds first come. */
export function groupProblems(problems: readonly ImportProblem[]): readonly ProblemGroup[] {
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
  return [...groups].map(([reason, { count, things }]) => ({
    reason,
    count,
    things: [...things].map(([item, parts]) => ({ item, parts })),
  }));
}
