import { htmlToMarkdown } from '../html-to-markdown.ts';
import { box, superNoteToHtml } from './super-note.ts';
import { escapeHtml, isObject, objectsIn, textIn } from './html.ts';

type Note = Readonly<Record<string, unknown>>;

/** Editors of before notes said their own kind. */
const BY_EDITOR: readonly (readonly [RegExp, string])[] = [
  [/token-?vault|authenticator/i, 'authentication'],
  [/super/i, 'super'],
  [/plus-editor|bold-editor|simple-html/i, 'rich-text'],
  [/sheets/i, 'spreadsheet'],
  [/checklist|task/i, 'task'],
  [/code-editor/i, 'code'],
];
const MAX_CELLS = 20_000;
const MAX_COLUMNS = 100;

/** What kind of text a note holds, by what it says, by its editor and, where one would give a secret away, by how it looks. */
export function kindOfNote(note: Note): string {
  const text = textIn(note, 'text');
  if (looksLikeTokens(text)) return 'authentication';
  const said = textIn(note, 'noteType');
  if (said !== '' && said !== 'unknown') return said;
  return BY_EDITOR.find(([pattern]) => pattern.test(textIn(note, 'editorIdentifier')))?.[1] ?? 'plain-text';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** TokenVault keeps a list of services with the secrets that their codes are made from. */
function looksLikeTokens(text: string): boolean {
  if (!text.trimStart().startsWith('[') || !text.includes('"secret"')) return false;
  const list = parsed(text);
  return Array.isArray(list) && list.some((token) => isObject(token) && textIn(token, 'secret') !== '');
}

/** A note's text as Markdown; `isWhole` false: its form could not be read, and it stands there as it was kept. */
export function noteToMarkdown(
  note: Note,
  titleOf: (uuid: string) => string,
): { readonly body: string; readonly isWhole: boolean } {
  const text = textIn(note, 'text');
  const kind = kindOfNote(note);
  if (text.trim() === '') return { body: '', isWhole: true };
  switch (kind) {
    case 'rich-text':
      return { body: htmlToMarkdown(text), isWhole: true };
    case 'code':
      return { body: fenced(text), isWhole: true };
    case 'super':
      return fromHtml(superNoteToHtml(text, titleOf), text);
    case 'task': {
      // The older task editor keeps Markdown.
      if (!text.trimStart().startsWith('{')) return { body: text, isWhole: true };
      return fromHtml(checklistToHtml(text), text);
    }
    case 'spreadsheet':
      return fromHtml(sheetToHtml(text), text);
    default: {
      const html = text.startsWith('{"root":{') ? superNoteToHtml(text, titleOf) : null;
      return html === null ? { body: text, isWhole: true } : fromHtml(html, text);
    }
  }
}

function fromHtml(html: string | null, text: string): { readonly body: string; readonly isWhole: boolean } {
  if (html === null) return { body: /^\s*[[{]/.test(text) ? fenced(text) : text, isWhole: false };
  return { body: htmlToMarkdown(html), isWhole: true };
}

/** A block of code, behind a fence that does not stand in it. */
function fenced(text: string): string {
  let fence = '```';
  while (text.includes(fence)) fence += '`';
  return `${fence}\n${text.replace(/\n+$/, '')}\n${fence}`;
}

function checklistToHtml(text: string): string | null {
  const list = parsed(text);
  if (!isObject(list) || !Array.isArray(list['groups'])) return null;
  return objectsIn(list, 'groups')
    .map((group) => {
      const tasks = objectsIn(group, 'tasks').map(
        (task) => `<li>${box(task['completed'] === true)}${escapeHtml(textIn(task, 'description'))}</li>`,
      );
      return `<h2>${escapeHtml(textIn(group, 'name'))}</h2><ul>${tasks.join('')}</ul>`;
    })
    .join('');
}

function sheetToHtml(text: string): string | null {
  const book = parsed(text);
  if (!isObject(book) || !Array.isArray(book['sheets'])) return null;
  let cells = 0;
  const tables: string[] = [];
  for (const sheet of objectsIn(book, 'sheets')) {
    const rows: string[][] = [];
    for (const row of objectsIn(sheet, 'rows')) {
      const line: string[] = [];
      for (const [position, cell] of objectsIn(row, 'cells').entries()) {
        const index = Number.isInteger(cell['index']) ? Number(cell['index']) : position;
        cells += 1;
        // More than a page should show: it stands there as it was kept.
        if (index < 0 || index >= MAX_COLUMNS || cells > MAX_CELLS) return null;
        const value = cell['value'];
        line[index] = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      }
      if (line.some((value) => value !== '')) rows.push(line);
    }
    if (rows.length === 0) continue;
    const width = Math.max(...rows.map((row) => row.length));
    const lines = rows.map((row, number) => {
      const tag = number === 0 ? 'th' : 'td';
      return Array.from({ length: width }, (_, column) => `<${tag}>${escapeHtml(row[column] ?? '')}</${tag}>`).join('');
    });
    tables.push(`<h2>${escapeHtml(textIn(sheet, 'name'))}</h2><table><tr>${lines.join('</tr><tr>')}</tr></table>`);
  }
  return tables.join('');
}
