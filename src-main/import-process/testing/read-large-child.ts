/** Reads one file as the import process would, and prints what it found and how much memory it took. `node read-large-child.ts FORMAT PATH` */
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readers } from '../readers.ts';
import { keepMemorySmall } from '../small-memory.ts';
import { openTree } from '../tree.ts';

keepMemorySmall();
const [format = '', path = ''] = process.argv.slice(2);
const file = await open(path);
const { size } = await stat(path);
const tree = await openTree({
  files: [
    {
      path: basename(path),
      size,
      modifiedAt: null,
      read: async (offset, length) => {
        const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
        await file.read(bytes, 0, bytes.length, offset);
        return bytes;
      },
    },
  ],
});
const reader = readers.find((each) => each.format === format);
if (reader === undefined || !(await reader.recognise(tree))) throw new Error('not recognised');
const counts: Record<string, number> = {};
for await (const { kind } of reader.read(tree)) counts[kind] = (counts[kind] ?? 0) + 1;
await file.close();
// Kilobytes, on Linux and macOS.
const megabytes = Math.ceil(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`${JSON.stringify({ counts, size, megabytes })}\n`);
