import { pack } from 'tar-stream';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A tar archive. */
export async function tar(files: Files): Promise<Uint8Array<ArrayBuffer>> {
  const archive = pack();
  for (const [name, content] of Object.entries(files)) archive.entry({ name }, Buffer.from(content));
  archive.finalize();
  const pieces: Uint8Array[] = [];
  for await (const piece of archive) pieces.push(piece as Uint8Array);
  return new Uint8Array(Buffer.concat(pieces));
}

/** A picture of 3 by 2 pixels, as far as anybody looks at it. */
export const PICTURE = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGP8z8AARCxQGgANJgEBNl1pZAAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** 32 hexadecimal digits. */
export function joplinId(number: number): string {
  return number.toString(16).padStart(32, '0');
}

/** An item of Joplin's as it writes it. */
export function joplinItem(
  title: string | null,
  body: string | null,
  properties: Readonly<Record<string, string | number>>,
): string {
  const block = Object.entries(properties)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');
  return [title, body, block].filter((part) => part !== null && part !== '').join('\n\n');
}

export function joplinNote(
  id: number,
  title: string,
  body: string,
  more: Readonly<Record<string, string | number>> = {},
): string {
  return joplinItem(title, body, {
    id: joplinId(id),
    parent_id: joplinId(900),
    created_time: '2024-05-01T08:00:00.000Z',
    updated_time: '2024-05-02T08:00:00.000Z',
    is_conflict: 0,
    latitude: '0.00000000',
    longitude: '0.00000000',
    altitude: '0.0000',
    author: '',
    source_url: '',
    is_todo: 0,
    todo_due: 0,
    todo_completed: 0,
    source: 'joplin-desktop',
    application_data: '',
    order: 0,
    user_created_time: '2024-05-01T07:30:15.250Z',
    user_updated_time: '2024-05-02T07:00:00.000Z',
    encryption_cipher_text: '',
    encryption_applied: 0,
    markup_language: 1,
    is_shared: 0,
    ...more,
    type_: 1,
  });
}

export function joplinFolder(id: number, title: string, parent: number | null = null): string {
  return joplinItem(title, null, {
    id: joplinId(id),
    created_time: '2024-01-01T00:00:00.000Z',
    parent_id: parent === null ? '' : joplinId(parent),
    type_: 2,
  });
}

export function joplinResource(
  id: number,
  title: string,
  more: Readonly<Record<string, string | number>> = {},
): string {
  return joplinItem(title, null, {
    id: joplinId(id),
    mime: 'image/png',
    filename: '',
    file_extension: 'png',
    ...more,
    type_: 4,
  });
}

/** A backup of Standard Notes with the given items. */
export function standardNotes(...items: readonly unknown[]): string {
  return JSON.stringify({ version: '004', items }, null, 2);
}

export function standardNote(
  uuid: string,
  content: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    uuid,
    content_type: 'Note',
    content: {
      title: 'A title',
      text: 'A text',
      references: [],
      appData: { 'org.standardnotes.sn': { client_updated_at: '2024-05-02T07:00:00.000Z' } },
      preview_plain: '',
      ...content,
    },
    created_at: '2024-05-01T22:30:00.000Z',
    updated_at: '2024-05-03T00:00:00.000Z',
    created_at_timestamp: 1_714_602_600_000_000,
    updated_at_timestamp: 1_714_694_400_000_000,
    ...more,
  };
}

export function standardTag(
  uuid: string,
  title: string,
  notes: readonly string[],
  parent?: string,
): Record<string, unknown> {
  return {
    uuid,
    content_type: 'Tag',
    content: {
      title,
      references: [
        ...(parent === undefined ? [] : [{ uuid: parent, content_type: 'Tag', reference_type: 'TagToParentTag' }]),
        ...notes.map((note) => ({ uuid: note, content_type: 'Note' })),
      ],
    },
  };
}
