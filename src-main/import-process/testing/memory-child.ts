/** Does one large thing, and tells what it found and how much memory it took at most, in megabytes. */
import { open } from 'node:fs/promises';
import { dayOneReader } from '../day-one/reader.ts';
import type { ParsedItem } from '../parsed.ts';
import { keepMemorySmall } from '../small-memory.ts';
import { openTree } from '../tree.ts';
import { madeBomb, madeJournal } from './made-files.ts';

// As the import process begins.
keepMemorySmall();

async function count(items: AsyncIterable<ParsedItem>): Promise<number> {
  let entries = 0;
  for await (const item of items) if (item.kind === 'entry') entries += 1;
  return entries;
}

const tasks: Readonly<Record<string, () => Promise<number>>> = {
  journal: async () => count(dayOneReader.read(await openTree({ files: [madeJournal(100_000, 400)] }))),
  // Its first 500 megabytes, then nobody asks for more.
  bomb: async () => {
    const [file] = (await openTree({ files: [madeBomb(50_000)] })).files;
    let length = 0;
    for await (const piece of file!.stream()) {
      length += piece.length;
      if (length >= 500_000_000) break;
    }
    return length;
  },
  members: async () => {
    const archive = await open(process.argv[3]!);
    const { size } = await archive.stat();
    const read = async (at: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, (await archive.read(bytes, 0, length, at)).bytesRead);
    };
    const { files } = await openTree({ files: [{ path: 'a.zip', size, modifiedAt: null, read }] });
    await archive.close();
    return files.length;
  },
};

const found = await tasks[process.argv[2]!]!();
process.stdout.write(JSON.stringify({ found, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
