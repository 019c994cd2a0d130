/** An entry as jrnl keeps it, in whatever form it was written out. */
export interface JrnlEntry {
  /** As it stands there: the form of a date is the person's own. */
  readonly date: string;
  readonly title: string;
  readonly body: string;
  readonly isStarred: boolean;
  /** With their symbol; null: they stand in the text. */
  readonly tags: readonly string[] | null;
  /** jrnl's own id, where it has one. */
  readonly uuid: string | null;
}

/** Where a sentence ends in the middle of a line. */
const SENTENCE_END =
  /[.!?\u2026\u203C\u203D\u2047-\u2049\u22EF\uFE52\uFE57]['\u2019"\u201D]?[\])]{0,10}\s|[\uFF01\uFF0E\uFF1F\uFF61\u3002]/;

/** The first line is the title; of a text on one line its first sentence. A star behind it is no part of it. */
export function splitTitle(text: string): {
  readonly title: string;
  readonly body: string;
  readonly isStarred: boolean;
} {
  const trimmed = text.trim();
  const end = trimmed.indexOf('\n');
  const line = (end === -1 ? trimmed : trimmed.slice(0, end)).trimEnd();
  const isStarred = line === '*' || line.endsWith(' *');
  const first = isStarred ? line.slice(0, -1).trimEnd() : line;
  if (end !== -1) return { title: first, body: trimmed.slice(end + 1), isStarred };
  const sentence = SENTENCE_END.exec(first);
  if (sentence === null) return { title: first, body: '', isStarred };
  const length = sentence.index + sentence[0].length;
  return { title: first.slice(0, length).trim(), body: first.slice(length).trim(), isStarred };
}

const HEAD = /^\[([^\]\n]{1,100})\] /;

/** What stands in brackets at the beginning of a line. */
export function dateInBrackets(line: string): string | null {
  return HEAD.exec(line)?.[1] ?? null;
}

/**
 * The entries of a native file: each begins with its date in brackets.
 * @param isDate a bracket at the beginning of a line that is no date is text
 */
export function* entriesOfText(text: string, isDate: (date: string) => boolean): Generator<JrnlEntry> {
  let date: string | null = null;
  let start = 0;
  const entry = (end: number): JrnlEntry => ({
    date: date!,
    ...splitTitle(text.slice(start, end)),
    tags: null,
    uuid: null,
  });
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    const found = text[at] === '[' ? dateInBrackets(text.slice(at, at + 110)) : null;
    if (found !== null && isDate(found)) {
      if (date !== null) yield entry(at);
      date = found;
      start = at + found.length + 3;
    }
    at = end === -1 ? text.length : end + 1;
  }
  if (date !== null) yield entry(text.length);
}

/** What stands before the first entry of a native file; jrnl would take it for an entry of now. */
export function textBeforeEntries(text: string, isDate: (date: string) => boolean): string {
  for (let at = 0; at < text.length;) {
    const found = text[at] === '[' ? dateInBrackets(text.slice(at, at + 110)) : null;
    if (found !== null && isDate(found)) return text.slice(0, at).trim();
    const end = text.indexOf('\n', at);
    at = end === -1 ? text.length : end + 1;
  }
  return text.trim();
}

/** jrnl's `yaml` export: one entry a file, in a form that is nearly YAML. */
export function entryOfYaml(text: string): JrnlEntry | null {
  const lines = text.split('\n');
  const bodyAt = lines.findIndex((line) => line.startsWith('body: |'));
  if (lines[0] !== '---' || bodyAt === -1) return null;
  const head = new Map<string, string>();
  for (const line of lines.slice(1, bodyAt)) {
    const colon = line.indexOf(': ');
    if (colon > 0 && !line.startsWith(' ')) head.set(line.slice(0, colon), line.slice(colon + 2).trim());
  }
  const date = head.get('date');
  if (date === undefined) return null;
  const body = lines.slice(bodyAt + 1);
  while (body.length > 0 && /^(?:\.\.\.)?\s*$/.test(body.at(-1)!)) body.pop();
  return {
    date,
    title: head.get('title') ?? '',
    body: withoutDeeperHeadings(body.map((line) => line.replace(/^\t/, '')).join('\n'), 1),
    isStarred: head.get('starred') === 'True',
    tags: (head.get('tags') ?? '').split(',').map((tag) => tag.trim()),
    uuid: head.get('uuid') ?? null,
  };
}

/** jrnl's `md` export puts its own headings above those of the text, which it makes smaller. */
function withoutDeeperHeadings(text: string, levels: number): string {
  return text.replace(new RegExp(`^#{${levels}}(?=#+ )`, 'gm'), '');
}

const HEADING = /^(#{1,3}) ([^\n]*)$/;

/**
 * The entries of jrnl's `md` export: `### 2020-08-31 14:32 Title` below years and months, or one entry a file below `# 2020-08-31 14:32 Title`.
 * @param split takes the date from the beginning of a heading; null where it begins with none
 */
export function* entriesOfMarkdown(
  text: string,
  split: (heading: string) => { readonly date: string; readonly rest: string } | null,
): Generator<JrnlEntry> {
  const level = /^# \d{4}\s*$/m.test(text.slice(0, 400)) ? 3 : 1;
  let open: { date: string; title: string; lines: string[] } | null = null;
  const close = ({ date, title, lines }: { date: string; title: string; lines: string[] }): JrnlEntry => ({
    date,
    title,
    body: withoutDeeperHeadings(lines.join('\n'), level).trim(),
    isStarred: false,
    tags: null,
    uuid: null,
  });
  for (const line of text.split('\n')) {
    const heading = HEADING.exec(line);
    const found = heading !== null && heading[1]!.length === level ? split(heading[2]!) : null;
    if (found !== null) {
      if (open !== null) yield close(open);
      open = { date: found.date, title: found.rest.trim(), lines: [] };
      // Above an entry stand its year and its month where they are new.
    } else if (!(level === 3 && /^# \d{4}\s*$|^## \p{L}+\s*$/u.test(line))) open?.lines.push(line);
  }
  if (open !== null) yield close(open);
}
