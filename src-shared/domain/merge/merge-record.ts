import { ancestryOf, type Ancestry } from './ancestry.ts';
import { mergeText } from './merge-text.ts';

/** One version of a record, opened. */
export interface MergeVersion {
  /** Hybrid logical clock, hex: comparing the text compares the stamps. Unique within a record. */
  readonly hlc: string;
  /** The versions it was written on top of; empty: it is a first one. They may be missing: not here yet, or never coming. */
  readonly bases: readonly string[];
  readonly type: string;
  readonly deleted: boolean;
  /** JSON-like values. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** What a newer app wrote beside them; merged the same way. */
  readonly extras: Readonly<Record<string, unknown>>;
}

export interface MergedRecord {
  readonly type: string;
  readonly deleted: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly extras: Readonly<Record<string, unknown>>;
  /** The versions that no other one descends from, ascending. */
  readonly heads: readonly string[];
  /** Versions whose words are not in the merged text, because a later one changed the same words. Ascending. */
  readonly conflicts: readonly string[];
  /** Deletions that an edit has beaten. Ascending. */
  readonly overruledDeletions: readonly string[];
}

type Content = Pick<MergeVersion, 'type' | 'deleted' | 'fields' | 'extras'>;
type TextFields = (type: string) => ReadonlySet<string>;

interface Fold {
  readonly content: Content;
  readonly conflicts: readonly string[];
  readonly overruledDeletions: readonly string[];
}

/**
 * The state of a record as a function of the set of its versions: whatever order they came in, however often and in whatever groups, devices that hold
 * the same set show the same. No device writes a merge down; it becomes a version when a person goes on from it.
 *
 * One head is the state. Several are folded in the order of their stamps, three ways from the latest common ancestor: per field, what one side
 * changed; what both changed, from the later; texts by `mergeText`. An edit beats a deletion.
 * @throws Error for an empty set
 */
export function mergeRecord(versions: readonly MergeVersion[], textFields: TextFields): MergedRecord {
  const byStamp = new Map(versions.map((version) => [version.hlc, version]));
  if (byStamp.size === 0) throw new Error('a record without versions');
  const ancestry = ancestryOf(byStamp);
  const heads = ancestry.heads;
  const current = fold(heads, byStamp, ancestry, textFields);
  const conflicts = new Set(current.conflicts);
  // A merge that somebody went on from is over, but a device that gets everything at once should still say what lost in it.
  for (const version of byStamp.values()) {
    const bases = ancestry.headsAmong(version.bases);
    if (bases.length < 2) continue;
    for (const lost of fold(bases, byStamp, ancestry, textFields).conflicts) conflicts.add(lost);
  }
  return {
    ...current.content,
    heads,
    conflicts: [...conflicts].toSorted(),
    overruledDeletions: current.overruledDeletions,
  };
}

function fold(
  heads: readonly string[],
  versions: ReadonlyMap<string, MergeVersion>,
  ancestry: Ancestry,
  textFields: TextFields,
): Fold {
  const [first, ...others] = heads.map((hlc) => versions.get(hlc)!);
  let content: Content = first!;
  const conflicts = new Set<string>();
  const merged = [first!.hlc];
  for (const next of others) {
    const common = ancestry.latestCommon(merged, next.hlc);
    const base = common === null ? null : versions.get(common)!;
    const step = mergeContents(base, content, next, textFields(next.type));
    content = step.content;
    // Whoever's words they were, they came in by one of these; with two it is the one.
    if (step.conflict) for (const hlc of merged) conflicts.add(hlc);
    merged.push(next.hlc);
  }
  const deletions = heads.filter((hlc) => versions.get(hlc)!.deleted);
  return {
    content,
    conflicts: [...conflicts].toSorted(),
    overruledDeletions: content.deleted ? [] : deletions,
  };
}

function mergeContents(
  base: Content | null,
  earlier: Content,
  later: Content,
  textFields: ReadonlySet<string>,
): { readonly content: Content; readonly conflict: boolean } {
  const fields = mergeFields(base?.fields ?? null, earlier.fields, later.fields, textFields);
  const extras = mergeFields(base?.extras ?? null, earlier.extras, later.extras, new Set());
  const type = base !== null && base.type === later.type ? earlier.type : later.type;
  return {
    content: { type, deleted: earlier.deleted && later.deleted, fields: fields.values, extras: extras.values },
    conflict: fields.conflict,
  };
}

function mergeFields(
  base: Readonly<Record<string, unknown>> | null,
  earlier: Readonly<Record<string, unknown>>,
  later: Readonly<Record<string, unknown>>,
  textFields: ReadonlySet<string>,
): { readonly values: Record<string, unknown>; readonly conflict: boolean } {
  let conflict = false;
  const entries: [string, unknown][] = [];
  // Sorted: two devices must agree on the order of names too.
  for (const name of [...new Set([...Object.keys(earlier), ...Object.keys(later)])].toSorted()) {
    const [before, one, other] = [own(base, name), own(earlier, name), own(later, name)];
    let value: unknown;
    if (equal(one, other)) value = other;
    else if (textFields.has(name) && typeof one === 'string' && typeof other === 'string') {
      const merged = mergeText(typeof before === 'string' ? before : null, one, other);
      conflict ||= merged.conflict;
      value = merged.text;
    } else if (base === null) value = other === undefined ? one : other;
    else value = equal(before, other) ? one : other;
    if (value !== undefined) entries.push([name, value]);
  }
  return { values: Object.fromEntries(entries), conflict };
}

function own(fields: Readonly<Record<string, unknown>> | null, name: string): unknown {
  return fields !== null && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Of JSON-like values. */
function equal(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [names, otherNames] = [Object.keys(one), Object.keys(other)];
  return (
    names.length === otherNames.length &&
    names.every(
      (name) =>
        Object.hasOwn(other, name) &&
        equal((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
    )
  );
}
