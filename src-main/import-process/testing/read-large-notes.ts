/**
 * Run as a process of its own: reads a made-up export that is far larger than what it may hold in memory, every medium to its last byte, and prints what it found and the
 * most memory that it took. `node read-large-notes.ts joplin|markdown`
 */
import { joplinReader } from '../joplin/read-joplin.ts';
import { markdownReader } from '../markdown/read-markdown.ts';
import { keepMemorySmall } from '../small-memory.ts';
import type { ImportSource } from '../source.ts';
import { openTree } from '../tree.ts';
import { joplinFolder, joplinId, joplinNote, joplinResource, PICTURE, tar } from './note-samples.ts';

keepMemorySmall();

const RESOURCES = 200;
const RESOURCE_BYTES = 1_000_000;
const NOTES = 5000;
const NOTE_WORDS = 'Words of a day. '.repeat(250);

type Make = () => Promise<Uint8Array> | Uint8Array;
interface Segment {
  readonly at: number;
  readonly make: Make;
}

/** One file of segments that are made when they are read. */
function madeUp(path: string, parts: readonly (readonly [length: number, Make])[]): ImportSource {
  const segments: Segment[] = [];
  let size = 0;
  for (const [length, make] of parts) {
    segments.push({ at: size, make });
    size += length;
  }
  let last: { readonly segment: Segment; readonly bytes: Uint8Array } | null = null;
  const segmentAt = (offset: number): Segment => {
    let [low, high] = [0, segments.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (segments[middle]!.at <= offset) low = middle;
      else high = middle - 1;
    }
    return segments[low]!;
  };
  const read = async (offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = new Uint8Array(Math.min(length, size - offset));
    for (let had = 0; had < bytes.length;) {
      const segment = segmentAt(offset + had);
      if (last?.segment !== segment) last = { segment, bytes: await segment.make() };
      const from = offset + had - segment.at;
      const part = last.bytes.subarray(from, from + bytes.length - had);
      bytes.set(part, had);
      had += part.length;
    }
    return bytes;
  };
  return { files: [{ path, size, modifiedAt: null, read }] };
}

/** The bytes of one member; the blocks of zeros at an archive's end only behind the last. */
async function member(name: string, content: string | Uint8Array): Promise<Uint8Array> {
  return (await tar({ [name]: content })).subarray(0, -1024);
}

async function jex(): Promise<ImportSource> {
  const note = (number: number): Promise<Uint8Array> => {
    const body = `${NOTE_WORDS}![](:/${joplinId(100_000 + (number % RESOURCES))})`;
    return member(`${joplinId(number)}.md`, joplinNote(number, 'A note', body));
  };
  const filler = new Uint8Array(RESOURCE_BYTES);
  filler.set(PICTURE);
  const about = (number: number): Promise<Uint8Array> =>
    member(`${joplinId(100_000 + number)}.md`, joplinResource(100_000 + number, 'Picture.png'));
  const file = (number: number): Promise<Uint8Array> => member(`resources/${joplinId(100_000 + number)}.png`, filler);
  const folders = await member(`${joplinId(900)}.md`, joplinFolder(900, 'Diary'));
  // All of a kind are as long as the first, so that none has to be made to know where the next one stands.
  const many = async (count: number, make: (number: number) => Promise<Uint8Array>): Promise<[number, Make][]> => {
    const { length } = await make(0);
    return Array.from({ length: count }, (_, number) => [length, () => make(number)]);
  };
  return madeUp('export.jex', [
    ...(await many(NOTES, (number) => note(1000 + number))),
    [folders.length, () => folders],
    ...(await many(RESOURCES, about)),
    ...(await many(RESOURCES, file)),
    [1024, () => new Uint8Array(1024)],
  ]);
}

function folder(): ImportSource {
  const text = (number: number): Uint8Array =>
    Buffer.from(`---\nmood: ${(number % 5) + 1}\ntags: [a, b]\n---\n# Day ${100_000 + number}\n\n${NOTE_WORDS}`);
  const size = text(0).length;
  const files = Array.from({ length: 20_000 }, (_, number) => {
    const day = new Date(Date.UTC(1900, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
    return {
      path: `Vault/${day.slice(0, 4)}/${day}.md`,
      size,
      modifiedAt: Date.UTC(2024, 0, 1),
      read: async (offset: number, length: number) => new Uint8Array(text(number).subarray(offset, offset + length)),
    };
  });
  return { files };
}

const maxMegabytes = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
const isJoplin = process.argv[2] === 'joplin';
const tree = await openTree(isJoplin ? await jex() : folder());
const before = maxMegabytes();
const counts = { entries: 0, media: 0, bytes: 0, problems: 0 };
for await (const item of (isJoplin ? joplinReader : markdownReader).read(tree)) {
  if (item.kind === 'entry') counts.entries += 1;
  else if (item.kind === 'problem') counts.problems += 1;
  else if (item.kind === 'media') {
    counts.media += 1;
    for await (const piece of item.bytes()) counts.bytes += piece.length;
  }
}
process.stdout.write(JSON.stringify({ ...counts, before, megabytes: maxMegabytes() }));
