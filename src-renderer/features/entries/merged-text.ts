/**
 * What a person typed while a write was under way, carried over to the text that the write came back with, where another device's change was merged into it.
 * What was typed is the one stretch between the common beginning and the common end of `sent` and `typed`; it goes to the same place of `answered`, found
 * by the words around it. Where that place is gone too, what was typed stands: the next write, based on what was sent, merges it.
 * @returns null where it cannot be placed
 */
export function carryOver(sent: string, typed: string, answered: string): string | null {
  if (typed === sent) return answered;
  const { start, end } = changed(sent, typed);
  const inserted = typed.slice(start, typed.length - end);
  const from = mapPosition(sent, answered, start);
  const to = mapPosition(sent, answered, sent.length - end);
  if (answered.slice(from, to) !== sent.slice(start, sent.length - end)) return null;
  return answered.slice(0, from) + inserted + answered.slice(to);
}

/** Where a place in `before` is in `after`: in front of the changed stretch the same, behind it as far from the end, inside it at its end. */
export function mapPosition(before: string, after: string, position: number): number {
  const { start, end } = changed(before, after);
  if (position <= start) return position;
  if (position >= before.length - end) return after.length - (before.length - position);
  return after.length - end;
}

/** How many characters two texts have in common at the beginning and at the end. Never splits a surrogate pair. */
function changed(before: string, after: string): { readonly start: number; readonly end: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end -= 1;
  return { start, end };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
