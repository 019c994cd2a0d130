import { AppFailure } from '../../../src-shared/result.ts';
import type { ImportReader } from '../parsed.ts';
import type { ImportSource } from '../source.ts';
import { openTree } from '../tree.ts';
import { parsedItemSchema } from '../item-schema.ts';

/** Whatever a file holds, a reader gives items in their ranges or says by a code why not. @returns how many items there were; a code where it threw */
export async function itemsInRange(reader: ImportReader, source: ImportSource): Promise<number | string> {
  let count = 0;
  try {
    const tree = await openTree(source);
    await reader.recognise(tree);
    for await (const item of reader.read(tree)) {
      parsedItemSchema.parse(item);
      count += 1;
    }
  } catch (error) {
    if (error instanceof AppFailure) return error.error.code;
    throw error;
  }
  return count;
}
