import { MAX_ATTACHMENT_BYTES } from '../../../src-shared/contract/attachments.ts';
import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import type { EntryDraft } from '../entry-items.ts';
import { htmlToMarkdown } from '../html-to-markdown.ts';
import { mediaLink } from '../media-head.ts';
import { dayAt, isoInstant } from '../written-time.ts';
import { isSet, notebookPath, type JoplinCatalogue } from './catalogue.ts';
import type { JoplinItem } from './item.ts';

type Reason = ImportProblem['reason'];

export interface ReadNote {
  readonly draft: EntryDraft;
  /** `about` names a part of the note. */
  readonly problems: readonly { readonly about: string | null; readonly reason: Reason }[];
}

const HTML = '2';

/** A note that is brought over; a reason where it has no place in time. */
export function readNote(item: JoplinItem, id: string, catalogue: JoplinCatalogue, zone: string): ReadNote | Reason {
  const problems: { about: string | null; reason: Reason }[] = [];
  const updated = instantOf(item, 'user_updated_time') ?? instantOf(item, 'updated_time');
  const created = instantOf(item, 'user_created_time') ?? instantOf(item, 'created_time');
  const createdAt = created ?? updated;
  const day = createdAt === null ? null : dayAt(createdAt, zone);
  if (createdAt === null || day === null) return 'unreadable-date';
  if (created === null) problems.push({ about: null, reason: 'date-guessed' });

  const links = new Links(catalogue);
  const text =
    item.properties.get('markup_language') === HTML
      ? htmlToMarkdown(item.body, { address: (url, kind) => links.address(url, kind) })
      : links.inMarkdown(item.body);
  problems.push(...links.problems);

  const parent = (item.properties.get('parent_id') ?? '').toLowerCase();
  const journal = notebookPath(catalogue, parent);
  const location = placeOf(item);
  const tags = (catalogue.tagsOfNote.get(id) ?? []).flatMap((tag) => catalogue.tags.get(tag) ?? []);
  const draft: EntryDraft = {
    key: id,
    day,
    createdAt,
    zone,
    updatedAt: updated ?? createdAt,
    title: item.title,
    body: [taskLine(item, zone), text, sourceLine(item, text)].filter((part) => part !== '').join('\n\n'),
    tags,
    starred: false,
    ...(location === null ? {} : { location }),
    ...(journal === undefined ? {} : { journal }),
  };
  return { draft, problems };
}

function instantOf(item: JoplinItem, property: string): string | null {
  const text = item.properties.get(property) ?? '';
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/.test(text);
  const milliseconds = isTime ? Date.parse(text) : /^\d{11,14}$/.test(text) ? Number(text) : Number.NaN;
  // Joplin's way to say that it does not know.
  return milliseconds === 0 ? null : isoInstant(milliseconds);
}

/** Joplin writes zeros where it knows no place. */
function placeOf(item: JoplinItem): string | null {
  const latitude = Number(item.properties.get('latitude') ?? 0);
  const longitude = Number(item.properties.get('longitude') ?? 0);
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && !(latitude === 0 && longitude === 0);
  return isPlace ? `${Number(latitude.toFixed(5))}, ${Number(longitude.toFixed(5))}` : null;
}

/** A to-do note is one task: its box, its words, and when it is due. */
function taskLine(item: JoplinItem, zone: string): string {
  if (!isSet(item, 'is_todo')) return '';
  const due = isoInstant(Number(item.properties.get('todo_due') ?? '') || Number.NaN);
  const dueDay = due === null ? null : dayAt(due, zone);
  const words = item.title.trim().replace(/\s+/g, ' ');
  return `- [${isSet(item, 'todo_completed') ? 'x' : ' '}] ${words}${dueDay === null ? '' : ` (${dueDay})`}`.trimEnd();
}

/** The page that a note was clipped from. */
function sourceLine(item: JoplinItem, text: string): string {
  const address = item.properties.get('source_url') ?? '';
  const isPage = /^https?:\/\/[^\s<>]{1,2000}$/i.test(address);
  return isPage && !text.includes(address) ? `<${address}>` : '';
}

const LINK =
  /(!?)\[((?:\\.|[^[\]\\\n]){0,500})\]\(<?:\/([0-9a-f]{32})(?:#[^\s()<>]{0,300})?>?(?: +"[^"\n]{0,300}")?\)/gi;
/** Joplin writes a resized picture so. */
const PICTURE = /<img\b([^<>]{0,1000}?)\bsrc=["']:\/([0-9a-f]{32})["']([^<>]{0,1000})>/gi;

class Links {
  readonly problems: { about: string | null; reason: Reason }[] = [];
  readonly #catalogue: JoplinCatalogue;
  readonly #numbers = new Map<string, number>();

  constructor(catalogue: JoplinCatalogue) {
    this.#catalogue = catalogue;
  }

  inMarkdown(body: string): string {
    return body
      .replace(PICTURE, (_tag, before: string, id: string, after: string) => {
        const words = /\balt=["']([^"'<>]{0,300})["']/i.exec(`${before} ${after}`)?.[1] ?? '';
        return this.#linkOr(id, words, true);
      })
      .replace(LINK, (_link, mark: string, words: string, id: string) => this.#linkOr(id, words, mark === '!'));
  }

  /** For what reads HTML: the address of a resource that is there; null leaves the words alone. */
  address(url: string, _kind: 'link' | 'picture'): string | null {
    const id = /^:\/([0-9a-f]{32})(?:#|$)/i.exec(url)?.[1]?.toLowerCase();
    return id === undefined || this.#catalogue.noteTitles.has(id) || !this.#isHere(id) ? null : `import:${id}`;
  }

  #linkOr(target: string, words: string, isPicture: boolean): string {
    const id = target.toLowerCase();
    const title = this.#catalogue.noteTitles.get(id);
    // Entries have no links to each other: what is left is what it says.
    if (title !== undefined) return words.trim() === '' ? title : words;
    const file = this.#catalogue.files.get(id);
    const name = this.#catalogue.resources.get(id)?.name ?? '';
    if (!this.#isHere(id) || file === undefined) return words.trim() === '' ? name : words;
    return mediaLink(id, words.trim() === '' && !isPicture ? name : words.replaceAll(/\\(.)/g, '$1'), file.type);
  }

  #isHere(id: string): boolean {
    const file = this.#catalogue.files.get(id);
    const isEncrypted = this.#catalogue.resources.get(id)?.isEncrypted === true;
    const reason = isEncrypted
      ? 'encrypted'
      : file === undefined
        ? 'media-missing'
        : file.size > MAX_ATTACHMENT_BYTES
          ? 'media-too-large'
          : file.size === 0
            ? 'media-unreadable'
            : null;
    if (reason === null) return true;
    if (!this.#numbers.has(id)) {
      this.#numbers.set(id, this.#numbers.size + 1);
      this.problems.push({ about: `file ${this.#numbers.get(id)}`, reason });
    }
    return false;
  }
}
