/** One `.md` file of a Joplin export, taken apart: a note, a folder, a tag, or what joins them. */
export interface JoplinItem {
  readonly type: number;
  readonly title: string;
  readonly body: string;
  readonly properties: ReadonlyMap<string, string>;
}

export const NOTE = 1;
export const FOLDER = 2;
export const RESOURCE = 4;
export const TAG = 5;
export const NOTE_TAG = 6;

/** Joplin has some thirty properties. */
const MAX_PROPERTIES = 200;

/**
 * The properties stand behind the text, one a line, up to the last blank line: a text may end in lines that look like them. Of a note the first line is the title and the
 * third begins the text.
 * @returns null where it is no item of Joplin's
 */
export function readJoplinItem(text: string): JoplinItem | null {
  const trimmed = text.trimEnd();
  const properties = new Map<string, string>();
  let end = trimmed.length;
  for (let count = 0; end > 0; count += 1) {
    const start = trimmed.lastIndexOf('\n', end - 1) + 1;
    const line = trimmed.slice(start, end).trim();
    end = Math.max(0, start - 1);
    if (line === '') break;
    const colon = line.indexOf(':');
    if (colon <= 0 || count >= MAX_PROPERTIES) return null;
    const key = line.slice(0, colon).trim();
    if (!properties.has(key)) properties.set(key, line.slice(colon + 1).trim());
  }
  const type = Number(properties.get('type_') ?? Number.NaN);
  if (!Number.isInteger(type)) return null;
  // The line feed before the blank line belongs to it.
  const content = trimmed.slice(0, end);
  const [title, body] = splitTitle(content);
  return { type, title, body, properties };
}

function splitTitle(content: string): [string, string] {
  const line = content.indexOf('\n');
  if (line === -1) return [content, ''];
  const blank = content.indexOf('\n', line + 1);
  const title = content.slice(0, line);
  if (blank === -1) return [title, content.slice(line + 1)];
  // Whoever wrote it left no blank line: nothing of it is dropped.
  return content.slice(line + 1, blank).trim() === ''
    ? [title, content.slice(blank + 1)]
    : [title, content.slice(line + 1)];
}
