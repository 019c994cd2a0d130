import { isObject, type JsonObject } from '../json-values.ts';

/** Day One's own name of a kind in a link; photos have none. */
const LINK_KINDS: Readonly<Record<string, MediaKind>> = {
  photo: 'photo',
  video: 'video',
  audio: 'audio',
  pdfAttachment: 'pdf',
};
const ATTACHMENT_LISTS = { photos: 'photo', videos: 'video', audios: 'audio', pdfAttachments: 'pdf' } as const;
const LABELS = { photo: 'Photo', video: 'Video', audio: 'Audio', pdf: 'PDF', media: 'Attachment' } as const;

export type MediaKind = keyof typeof LABELS;

/** `![](dayone-moment://ID)`, `![](dayone-moment:/video/ID)`. */
const MEDIA_LINK = /!\[([^[\]\\\n]*)\]\(dayone-moment:\/(?:\/|([A-Za-z]{1,40})\/)([0-9A-Za-z-]{1,100})\)/g;

function kindOfLink(name: string | undefined): MediaKind {
  if (name === undefined) return 'photo';
  return Object.hasOwn(LINK_KINDS, name) ? LINK_KINDS[name]! : 'media';
}

/** The link that Day One writes for a medium of its rich text; null for a kind or an identifier that it does not link. */
export function mediaLink(kindName: string, identifier: string): string | null {
  if (!Object.hasOwn(LINK_KINDS, kindName) || !/^[0-9A-Za-z-]{1,100}$/.test(identifier)) return null;
  return kindName === 'photo' ? `![](dayone-moment://${identifier})` : `![](dayone-moment:/${kindName}/${identifier})`;
}

/** A medium of an entry: listed in it, named in its text, or both. */
export interface EntryMedium {
  readonly identifier: string;
  readonly kind: MediaKind;
  /** `photo 2`, counted by kind in the order of the entry. */
  readonly about: string;
  /** Lower case; null: it is only named in the text. */
  readonly md5: string | null;
  /** As it was called on the device that it came from. */
  readonly name: string | null;
  readonly isInText: boolean;
}

/** Every medium of an entry once, in the order that the entry shows them. */
export function mediaOf(entry: JsonObject, markdown: string): EntryMedium[] {
  const inText = new Map([...markdown.matchAll(MEDIA_LINK)].map((link) => [link[3]!, kindOfLink(link[2])]));
  const media = new Map<string, EntryMedium>();
  const counts = new Map<MediaKind, number>();
  const add = (identifier: string, kind: MediaKind, more: Pick<EntryMedium, 'md5' | 'name'>): void => {
    if (media.has(identifier)) return;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    media.set(identifier, { identifier, kind, about: `${kind} ${count}`, isInText: inText.has(identifier), ...more });
  };
  for (const [list, kind] of Object.entries(ATTACHMENT_LISTS)) {
    for (const [index, attachment] of inOrder(entry[list]).entries()) {
      const { identifier, md5, filename } = isObject(attachment) ? attachment : {};
      add(typeof identifier === 'string' ? identifier : `${list} ${index}`, kind, {
        md5: typeof md5 === 'string' && /^[0-9a-f]{32}$/i.test(md5) ? md5.toLowerCase() : null,
        name: typeof filename === 'string' ? filename : null,
      });
    }
  }
  for (const [identifier, kind] of inText) add(identifier, kind, { md5: null, name: null });
  return [...media.values()];
}

function inOrder(list: unknown): unknown[] {
  if (!Array.isArray(list)) return [];
  const order = (value: unknown): number => {
    const place = isObject(value) ? value['orderInEntry'] : null;
    return typeof place === 'number' ? place : Infinity;
  };
  return (list as unknown[]).toSorted((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b)));
}

export type PlacedMedium = { readonly key: string; readonly isPicture: boolean } | null;

/**
 * Puts media in the place of Day One's links, and those that the text does not name behind it. Of a medium that is not there, the words stay that say what it was.
 */
export function placeMedia(
  markdown: string,
  media: readonly EntryMedium[],
  placed: ReadonlyMap<string, PlacedMedium>,
): string {
  const body = markdown.replace(
    MEDIA_LINK,
    (_link, label: string, kindName: string | undefined, id: string, at: number) => {
      const words = label.trim() === '' ? LABELS[kindOfLink(kindName)] : label.trim();
      const medium = placed.get(id);
      if (medium !== null && medium !== undefined) return reference(words, medium);
      // Behind a bracket they would be the target of a link.
      return `${markdown[at - 1] === ']' ? ' ' : ''}(${words})`;
    },
  );
  const behind = media
    .filter(({ isInText }) => !isInText)
    .flatMap(({ identifier, kind }) => {
      const medium = placed.get(identifier);
      return medium === null || medium === undefined ? [] : [reference(LABELS[kind], medium)];
    });
  return [body.trimEnd() === '' ? '' : body, ...behind].filter((part) => part !== '').join('\n\n');
}

function reference(words: string, { key, isPicture }: NonNullable<PlacedMedium>): string {
  return `${isPicture ? '!' : ''}[${words}](import:${key})`;
}
