import { isObject, type JsonObject } from './json-values.ts';

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
const MEDIA_LINK = /!\[([^[\]\\\n]*)\]\((dayone-moment:\/(?:\/|([A-Za-z]{1,40})\/)([0-9A-Za-z-]{1,100}))\)/g;

function kindOfLink(name: string | undefined): MediaKind {
  if (name === undefined) return 'photo';
  return Object.hasOwn(LINK_KINDS, name) ? LINK_KINDS[name]! : 'media';
}

/** The link that Day One writes for a medium of its rich text; null for a kind or an identifier that it does not link. */
export function mediaLink(kindName: string, identifier: string): string | null {
  if (!Object.hasOwn(LINK_KINDS, kindName) || !/^[0-9A-Za-z-]{1,100}$/.test(identifier)) return null;
  return kindName === 'photo' ? `![](dayone-moment://${identifier})` : `![](dayone-moment:/${kindName}/${identifier})`;
}

/**
 * Gives each reference to a medium a name that can be read (`![Photo](dayone-moment://…)`) and keeps its target: from that the
 * medium can be put in its place later.
 */
export function labelMedia(markdown: string): string {
  return markdown.replace(MEDIA_LINK, (_link, label: string, target: string, kind: string | undefined) => {
    return `![${label.trim() === '' ? LABELS[kindOfLink(kind)] : label}](${target})`;
  });
}

/** Every medium of an entry, attached or referred to, once: its kind, in the order of the file. */
export function mediaOf(entry: JsonObject, body: string): MediaKind[] {
  const media = new Map<string, MediaKind>();
  for (const [list, kind] of Object.entries(ATTACHMENT_LISTS)) {
    const attachments: unknown = entry[list];
    if (!Array.isArray(attachments)) continue;
    for (const [index, attachment] of attachments.entries()) {
      const identifier: unknown = isObject(attachment) ? attachment['identifier'] : null;
      media.set(typeof identifier === 'string' ? identifier : `${list} ${index}`, kind);
    }
  }
  for (const link of body.matchAll(MEDIA_LINK)) {
    if (!media.has(link[4]!)) media.set(link[4]!, kindOfLink(link[3]));
  }
  return [...media.values()];
}
