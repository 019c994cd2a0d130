import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { cleanText } from '../clean-text.ts';
import { digest, type EntryDraft } from '../entry-items.ts';
import { mediaLink } from '../media-head.ts';
import { readText } from '../text-of-file.ts';
import type { TreeFile } from '../tree.ts';
import {
  dayAt,
  dayText,
  instantAt,
  isoInstant,
  NOON_SECONDS,
  readWrittenTime,
  type DateOrder,
} from '../written-time.ts';
import { propertyName, readFrontMatter, textOf, type FrontMatter } from './front-matter.ts';
import { leadsToNote, outsideCode, plainMarkdown, readableTarget, replaceLinks, type LocalLink } from './links.ts';
import type { FoundMedia, MediaIndex } from './media-index.ts';
import { dayOfHeading, dayOfPath, firstHeading, stemOf, type NamedDay } from './note-day.ts';
import { KNOWN, readProperties, type NoteProperties } from './properties.ts';

type Reason = ImportProblem['reason'];

export interface NoteProblem {
  /** A part of the note. */
  readonly about: string | null;
  readonly reason: Reason;
}

export interface ReadNote {
  readonly draft: EntryDraft;
  readonly media: readonly FoundMedia[];
  readonly problems: readonly NoteProblem[];
}

export interface NoteContext {
  readonly index: MediaIndex;
  readonly zone: string;
  readonly order: DateOrder;
  /** The folder that everything lies in, with its `/`; empty: there is none. */
  readonly root: string;
  readonly isAlone: boolean;
}

const NO_PROPERTIES: FrontMatter['properties'] = new Map();

/** A note that is an entry; a reason where it is none. @throws AppFailure `import-damaged` where its file cannot be read */
export async function readNote(file: TreeFile, context: NoteContext): Promise<ReadNote | Reason> {
  const problems: NoteProblem[] = [];
  const { text: raw, isWhole } = await readText(file);
  if (!isWhole) problems.push({ about: null, reason: 'unreadable-text' });
  const text = cleanText(raw);
  const above = readFrontMatter(text);
  if (above === 'broken') problems.push({ about: 'properties', reason: 'unreadable-item' });
  const front = above === 'broken' || above === null ? logseqProperties(text) : above;
  if (isNoEntry(front.properties)) return 'kind-left-out';
  const said = readProperties(front.properties, context.zone, context.order);
  if (said.isDateUnreadable) problems.push({ about: 'date', reason: 'unreadable-date' });
  const named = dayOfPath(file.path.slice(context.root.length), context.order);
  const time = timeOf(said, named, front.body, file, context);
  if (time === null) return 'unreadable-date';
  if (time.isGuess) problems.push({ about: null, reason: 'date-guessed' });

  const { title, body } = titleOf(said.title, named, file, front.body);
  const links = await Links.of(body, file, context.index);
  const others = front.others(KNOWN);
  const key = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(said.id)
    ? `id:${said.id.toLowerCase()}`
    : keyOf(file, text, context);
  const draft: EntryDraft = {
    key,
    day: time.day,
    createdAt: time.createdAt,
    zone: time.zone,
    updatedAt: time.updatedAt,
    title,
    // What Daygrove has no place for stays readable below the text.
    body:
      others === '' ? links.body : `${links.body.trimEnd()}\n\n\`\`\`yaml\n${others.replaceAll('```', "'''")}\n\`\`\``,
    tags: said.tags,
    starred: said.starred,
    ...said.mood,
    ...(said.location === '' ? {} : { location: said.location }),
    ...journalOf(file, context),
  };
  return { draft, media: links.media, problems: [...problems, ...links.problems] };
}

/** Drawings of Excalidraw, and what our own export says of itself and of habits: Markdown by their ending only. */
function isNoEntry(properties: FrontMatter['properties']): boolean {
  if (properties.has(propertyName('excalidraw-plugin'))) return true;
  if (textOf(properties.get('daygrove')) === 'readme') return true;
  return ['kind', 'schedule', 'start', 'id'].every((name) => properties.has(name));
}

const LOGSEQ_LINE = /^([\p{L}\p{N}_-]{1,40}):: ?([^\n]*)(?:\n|$)/u;

/** Logseq's properties of a page: `name:: value`, a line each, above its text. Those that mean nothing here stay in it. */
function logseqProperties(text: string): FrontMatter {
  const properties = new Map<string, string>();
  const kept: string[] = [];
  let rest = text;
  for (let match = LOGSEQ_LINE.exec(rest); match !== null; match = LOGSEQ_LINE.exec(rest)) {
    const name = propertyName(match[1]!);
    if (KNOWN.has(name)) properties.set(name, match[2]!.replaceAll(/\[\[|\]\]/g, '').trim());
    else kept.push(match[0]);
    rest = rest.slice(match[0].length);
  }
  return {
    properties: properties.size === 0 ? NO_PROPERTIES : properties,
    others: () => '',
    body: kept.join('') + rest,
  };
}

interface EntryTime {
  readonly day: string;
  readonly createdAt: string;
  readonly zone: string;
  readonly updatedAt: string;
  readonly isGuess: boolean;
}

/** When a note is of. A day by which it is called is believed before the moment at which its file was made: many are made the evening before. */
function timeOf(
  said: NoteProperties,
  named: NamedDay | null,
  body: string,
  file: TreeFile,
  { zone: machineZone, order }: NoteContext,
): EntryTime | null {
  const zone = said.zone ?? said.created?.zone ?? machineZone;
  const modified = file.modifiedAt === null ? null : isoInstant(file.modifiedAt);
  const modifiedDay = modified === null ? null : dayAt(modified, zone);
  const heading = said.day === null && named === null && said.created === null ? dayOfHeading(body, order) : null;
  const namedDay = named === null ? null : dayText(named.time);
  const day = said.day ?? namedDay ?? said.created?.day ?? (heading === null ? modifiedDay : dayText(heading));
  if (day === null) return null;
  const isModifiedDay = day === modifiedDay && said.day === null && namedDay === null && heading === null;
  const namedTime = named?.time.seconds == null || day !== namedDay ? null : instantAt(day, named.time.seconds, zone);
  const exact = said.created === null || said.created.isDay ? null : said.created.instant;
  const createdAt = exact ?? namedTime ?? (isModifiedDay ? modified : null) ?? instantAt(day, NOON_SECONDS, zone);
  if (createdAt === null) return null;
  const updatedAt = said.updated?.instant ?? (modified !== null && modified > createdAt ? modified : createdAt);
  const isFromFile = said.day === null && namedDay === null && said.created === null && heading === null;
  const isAmbiguous = said.isDateAmbiguous || (said.day === null && named?.time.isAmbiguous === true);
  return { day, createdAt, zone, updatedAt, isGuess: isFromFile || isAmbiguous };
}

const NO_NAME = /^(?:untitled|unbenannt|sans titre|note|notes|index|new note|document|[\da-f-]{32,36})(?: \d+)?$/i;

/** What a note is called: in its properties, by its file, by its first heading. What stands above the text twice is taken away from it. */
function titleOf(
  said: string,
  named: NamedDay | null,
  file: TreeFile,
  text: string,
): { readonly title: string; readonly body: string } {
  const heading = firstHeading(text);
  const words =
    named === null
      ? stemOf(file.path)
          .replaceAll(/___|%2F/gi, '/')
          .trim()
      : named.words;
  const name = said !== '' ? said : NO_NAME.test(words) ? '' : words;
  if (heading === null) return { title: name, body: text };
  const isSame = letters(heading.words) === letters(name);
  // `my-first-day`: the heading says the same as a person would.
  if (isSame) return { title: said === '' ? heading.words : said, body: heading.rest };
  const isDay = readWrittenTime(heading.words) !== null;
  if (name === '' && heading.level === 1 && !isDay) return { title: heading.words, body: heading.rest };
  return { title: name, body: text };
}

function letters(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The folder below the one that was chosen. Years and months are folders of a calendar, no journals. */
function journalOf(file: TreeFile, { root }: NoteContext): { readonly journal?: string } {
  const [top, ...more] = file.path.slice(root.length).split('/');
  return top === undefined || more.length === 0 || /^\d{1,4}(?:[ _-].*)?$/.test(top) ? {} : { journal: top };
}

const BEGINNING = 200;

/** A note is the same where its path is; a file alone, which may be called by a day as many are, where its text begins the same as well. */
function keyOf(file: TreeFile, text: string, { isAlone }: NoteContext): string {
  return isAlone || !file.path.includes('/')
    ? `${file.path}|${digest(text.replace(/\s+/g, '').slice(0, BEGINNING))}`
    : file.path;
}

class Links {
  readonly media: FoundMedia[] = [];
  readonly problems: NoteProblem[] = [];
  body = '';
  readonly #found = new Map<string, FoundMedia>();
  readonly #missing = new Set<string>();

  /** The text with its links as entries have them, and the media that it shows. */
  static async of(text: string, note: TreeFile, index: MediaIndex): Promise<Links> {
    const links = new Links();
    const targets = new Set<string>();
    outsideCode(text, (part) => replaceLinks(part, ({ target }, whole) => (targets.add(target), whole)));
    for (const target of targets) await links.#find(target, note, index);
    links.body = outsideCode(text, (part) => plainMarkdown(replaceLinks(part, (link) => links.#shown(link))));
    return links;
  }

  async #find(target: string, note: TreeFile, index: MediaIndex): Promise<void> {
    const file = index.locate(target, note.path);
    if (file === null && leadsToNote(target)) return;
    const found = file === null ? 'media-missing' : await index.mediaOf(file);
    if (typeof found === 'string') {
      this.#missing.add(target);
      this.problems.push({ about: `file ${this.#missing.size}`, reason: found });
      return;
    }
    this.#found.set(target, found);
    if (!this.media.some(({ media }) => media.key === found.media.key)) this.media.push(found);
  }

  #shown({ target, words, isEmbed }: LocalLink): string {
    const found = this.#found.get(target);
    if (found !== undefined) {
      const { key, type, name } = found.media;
      const isPicture = type.startsWith('image/');
      const link = mediaLink(key, words === '' && !isPicture ? name : words, type);
      // A picture that is linked to, and not shown, is shown all the same: an entry has no other way to open it.
      return isEmbed || !isPicture ? link : `${words === '' ? '' : `${words} `}${link}`;
    }
    if (words !== '') return words;
    return this.#missing.has(target) ? (target.split('/').at(-1) ?? target) : readableTarget(target);
  }
}
