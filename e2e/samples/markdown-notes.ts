import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** One white pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

interface Note {
  readonly folder: 'Allotment' | 'Work';
  readonly day: string;
  readonly mood?: string;
  readonly text: string;
}

const NOTES: readonly Note[] = [
  { folder: 'Allotment', day: '2021-03-04', mood: 'grumpy', text: 'Quindlefrost on the beans. ![[bed.png]]' },
  { folder: 'Allotment', day: '2021-03-05', mood: 'grumpy', text: 'Still cold. ![[lost.png]]' },
  { folder: 'Allotment', day: '2022-06-01', mood: 'happy', text: 'First leeks out, by marrowlight.' },
  { folder: 'Work', day: '2023-09-11', mood: 'wired', text: 'A long day.' },
  { folder: 'Work', day: '2023-09-12', text: 'A shorter one.' },
];

function contentOf({ day, mood, text }: Note): string {
  return ['---', `date: ${day}`, ...(mood === undefined ? [] : [`mood: ${mood}`]), '---', '', text, ''].join('\n');
}

export interface NotesFolder {
  readonly path: string;
  /** Adds a daily note. */
  add(note: Note): Promise<void>;
  remove(): Promise<void>;
}

/**
 * A folder of daily notes as Obsidian keeps them, somewhere on the disk: two journals (3 and 2 notes), moods in words (grumpy twice, happy, wired), a picture that is
 * there and one that is not, and the settings of the program.
 */
export async function notesFolder(): Promise<NotesFolder> {
  // Beside what the app may write: whoever imports has the plain files already.
  const parent = await mkdtemp(join(tmpdir(), 'notes-of-a-spec-'));
  const path = join(parent, 'Allotment years');
  const write = async (name: string, content: string | Buffer): Promise<void> => {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  };
  const add = (note: Note): Promise<void> => write(`${note.folder}/${note.day}.md`, contentOf(note));
  for (const note of NOTES) await add(note);
  await write('Allotment/bed.png', PNG);
  await write('.obsidian/app.json', '{}');
  return { path, add, remove: () => rm(parent, { recursive: true, force: true }) };
}
