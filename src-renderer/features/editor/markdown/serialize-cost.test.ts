import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { expect, it, vi } from 'vitest';
import { schemaExtensions } from '../schema.ts';
import { parseMarkdown } from './parse.ts';
import type { ParsedMarkdown } from './parse.ts';
import { serializeMarkdown } from './serialize.ts';

const counted = vi.hoisted(() => ({ characters: 0 }));

vi.mock(import('./mdast.ts'), async (original) => {
  const real = await original();
  return {
    ...real,
    writeMarkdown: (children, marks) => {
      const text = real.writeMarkdown(children, marks);
      counted.characters += text.length;
      return text;
    },
  };
});

const schema = getSchema(schemaExtensions());
const PARAGRAPH = 'We walked along the river, *all of us*, and nobody minded the rain. #walk';
const LIST = '- leeks\n- bread';

/** Characters that the writer writes for one key in the block at `index`, once the text was written before. */
function costOfKey(parsed: ParsedMarkdown, index: number, isKnown: boolean): number {
  const sources = isKnown ? parsed : null;
  let { doc } = parsed;
  const typed = (): Node => {
    const block = doc.child(index);
    const content = block.content.addToEnd(schema.text('x'));
    return doc.copy(doc.content.replaceChild(index, block.copy(content)));
  };
  doc = typed();
  serializeMarkdown(doc, sources);
  doc = typed();
  counted.characters = 0;
  serializeMarkdown(doc, sources);
  return counted.characters;
}

it.each([
  ['that was read', true],
  ['that was written here, and has no source', false],
])('a key in a text %s costs its block, however long the text is', (_, isKnown) => {
  const textOf = (blocks: number): ParsedMarkdown =>
    parseMarkdown(
      schema,
      Array.from({ length: blocks }, (__, index) => (index % 7 === 3 ? LIST : PARAGRAPH)).join('\n\n'),
    );
  const short = costOfKey(textOf(8), 4, isKnown);
  const long = costOfKey(textOf(2000), 1000, isKnown);
  expect(short).toBeLessThan(2 * PARAGRAPH.length);
  expect(long).toBe(short);
});
