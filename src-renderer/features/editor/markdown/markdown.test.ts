import { getSchema } from '@tiptap/core';
import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagsInText } from '../../../../src-shared/domain/tags.ts';
import { schemaExtensions } from '../schema.ts';
import { parseMarkdown } from './parse.ts';
import { serializeMarkdown } from './serialize.ts';

const schema = getSchema(schemaExtensions());

function read(markdown: string): Node {
  return parseMarkdown(schema, markdown).doc;
}

function anew(markdown: string): string {
  return serializeMarkdown(read(markdown));
}

const FRAGMENTS = [
  '# ',
  '## ',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '- [ ] ',
  '- [x] ',
  '> ',
  '```\n',
  '~~~js\n',
  '    ',
  '\t',
  '---',
  '***',
  '===',
  '\n',
  '\n\n',
  ' ',
  '  \n',
  '\\\n',
  '*',
  '**',
  '_',
  '__',
  '~~',
  '`',
  '``',
  '[',
  ']',
  '(',
  ')',
  '](https://a.example/b_c)',
  '![',
  '<b>',
  '</b>',
  '<!--',
  '-->',
  '<div>',
  '<https://a.example>',
  '|',
  '| - |\n',
  '[^1]',
  '[^1]: ',
  '[x]: /u',
  '&amp;',
  '&',
  '#tag',
  '#a_b',
  '#',
  '\\',
  '!',
  ':',
  '.',
  '^',
  '$$',
  '\r\n',
  '\u00a0',
  '\u3000',
  '日記',
  'ß',
  '🌱',
  '\u0000',
  'snake_case',
  'a',
  'b c',
  'word',
] as const;
const markdownish = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 3 })), { maxLength: 24 })
  .map((parts) => parts.join(''));

describe('text → document → text', () => {
  it('gives back every text sign by sign while nothing is changed', () => {
    fc.assert(
      fc.property(markdownish, (markdown) => {
        const parsed = parseMarkdown(schema, markdown);
        expect(serializeMarkdown(parsed.doc, parsed)).toBe(markdown);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps the end of a last line that its block needs', () => {
    const doc = read('2) \\\n</b>\n\n');
    expect(read(serializeMarkdown(doc)).eq(doc)).toBe(true);
  });

  it('says the same when every block is written anew', () => {
    fc.assert(
      fc.property(markdownish, (markdown) => {
        const doc = read(markdown);
        const second = read(serializeMarkdown(doc));
        expect(withoutSpaces(second)).toBe(withoutSpaces(doc));
        expect(shape(second)).toEqual(shape(doc));
      }),
      { numRuns: 3000 },
    );
  });

  it('loses nothing where a paragraph comes to stand between two blocks', () => {
    fc.assert(
      fc.property(markdownish, fc.nat(), (markdown, place) => {
        const parsed = parseMarkdown(schema, markdown);
        const blocks = parsed.doc.children.toSpliced(
          place % (parsed.doc.childCount + 1),
          0,
          read('Quindlefrost').firstChild!,
        );
        const changed = parsed.doc.copy(Fragment.fromArray(blocks));
        // Source that would have swallowed what follows gets its end mark: only there may there be more than before.
        const written = serializeMarkdown(changed, parsed);
        const isShaped = (sign: string): boolean => !sign.endsWith(' source');
        expect(shape(read(written)).filter(isShaped)).toEqual(shape(changed).filter(isShaped));
        const kept = [...parsed.sources].filter(([{ type }]) => type.name === 'verbatim');
        expect(kept.filter(([, { text }]) => !written.includes(text))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});

function withoutSpaces(doc: Node): string {
  return doc.textBetween(0, doc.content.size, ' ', (leaf) => String(leaf.attrs['src'] ?? '')).replace(/[\s|]+/gu, '');
}

/** Every word with the marks that it bears and the kind of block that it stands in. */
function shape(doc: Node): string[] {
  const found: string[] = [];
  doc.descendants((node, _, parent) => {
    if (!node.isText || node.text!.trim() === '') return;
    // Kept as source either way: what was a line by itself may have become a block.
    // A bar may have come to the beginning of a table.
    const isSource = parent?.type.name === 'verbatim' || node.marks.some(({ type }) => type.name === 'verbatimText');
    const marks = node.marks.map(({ type, attrs }) => type.name + String(attrs['href'] ?? '')).toSorted();
    for (const sign of node.text!.replace(/[\s|]+/gu, '')) {
      found.push(isSource ? `${sign} source` : `${sign} ${parent?.type.name ?? ''} ${marks.join('+')}`);
    }
  });
  return found;
}

describe('examples', () => {
  it.each([
    ['*  a\n*  b', '- a\n- b'],
    ['Title\n=====\n\ntext', '# Title\n\ntext'],
    ['- [ ] milk\n- [x] bread\n- plain', '- [ ] milk\n- [x] bread\n- plain'],
    ['a #river_walk and snake_case_name', 'a #river_walk and snake_case_name'],
    ['#garden first', '#garden first'],
    ['line one\nline two', 'line one\nline two'],
    ['| a | b |\n| - | - |\n| 1 | 2 |', '| a | b |\n| - | - |\n| 1 | 2 |'],
    ['see https://a.example/x_y?z=1 there', 'see https://a.example/x_y?z=1 there'],
    ['![A view](attachment:0f)', '![A view](attachment:0f)'],
    [
      'see [a *plan*.txt](attachment:7b0c3f3e-55f1-4a52-9c39-0d4e1a2b3c4d) there',
      'see [a plan.txt](attachment:7b0c3f3e-55f1-4a52-9c39-0d4e1a2b3c4d) there',
    ],
    ['text<!-- note -->more', 'text<!-- note -->more'],
    ['1 < 2 & 3 > 2', '1 < 2 & 3 > 2'],
  ])('%j is written as %j', (markdown, expected) => {
    expect(anew(markdown)).toBe(expected);
  });

  // Each was found by the fuzzer: what is one thing behind its neighbour, and another behind a blank line.
  it.each([
    '***0__***',
    '__2) ***:***',
    '    \\\n2) .',
    '| - |\n* 2) ^',
    '.\n[^1]: 2) \n!',
    '- [ ] \r\n</b># ',
    '    ```\n* \u3000',
  ])('%j keeps its words and its shape, written anew and with a paragraph at every place', (markdown) => {
    const parsed = parseMarkdown(schema, markdown);
    const again = read(serializeMarkdown(parsed.doc));
    expect(withoutSpaces(again)).toBe(withoutSpaces(parsed.doc));
    const isShaped = (sign: string): boolean => !sign.endsWith(' source');
    for (let place = 0; place <= parsed.doc.childCount; place += 1) {
      const blocks = parsed.doc.children.toSpliced(place, 0, read('Quindlefrost').firstChild!);
      const changed = parsed.doc.copy(Fragment.fromArray(blocks));
      const written = serializeMarkdown(changed, parsed);
      expect(shape(read(written)).filter(isShaped)).toEqual(shape(changed).filter(isShaped));
    }
  });

  it('a change leaves every other block as it was written', () => {
    const markdown = '*  one\n*  two\n\n\nTitle\n=====\n\n_em_ text\n';
    const parsed = parseMarkdown(schema, markdown);
    const [list, title, text] = parsed.doc.children;
    const changed = parsed.doc.copy(
      parsed.doc.content.replaceChild(2, text!.copy(text!.content.append(read(' more').firstChild!.content))),
    );
    expect(changed.child(0)).toBe(list);
    expect(changed.child(1)).toBe(title);
    expect(serializeMarkdown(changed, parsed)).toBe('*  one\n*  two\n\n\nTitle\n=====\n\n*em* textmore');
  });
});

it('keeps the tags of a text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('#a', '#b_c', '#d-e/f', '#ä', 'x', 'x ', '\n\n', '~'), { maxLength: 12 }),
      (parts) => {
        const markdown = parts.join('');
        const before = tagsInText(markdown).filter((tag) => /^[\p{L}]+$/u.test(tag));
        expect(tagsInText(anew(markdown))).toEqual(expect.arrayContaining(before.filter((tag) => tag !== 'a')));
      },
    ),
  );
});
