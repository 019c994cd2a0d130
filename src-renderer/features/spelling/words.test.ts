import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../editor/markdown/parse.ts';
import { schemaExtensions } from '../editor/schema.ts';
import { misspeltAmong, wordsIn } from './words.ts';

const schema = getSchema(schemaExtensions());

function blocksOf(markdown: string): readonly Node[] {
  const blocks: Node[] = [];
  parseMarkdown(schema, markdown).doc.descendants((node) => {
    if (node.isTextblock) blocks.push(node);
  });
  return blocks;
}

const read = (markdown: string): readonly string[] =>
  blocksOf(markdown)
    .flatMap(wordsIn)
    .map(({ word }) => word);

/** A paragraph of plain text, whatever Markdown would make of it. */
const paragraph = (text: string): Node => schema.nodes['paragraph']!.create(null, text === '' ? [] : schema.text(text));

describe('the words of a text', () => {
  it('are its words, with the apostrophes inside and without the signs around', () => {
    expect(read("“Don’t,” she said; it's 'quoted' (well-known)…")).toEqual([
      'Don’t',
      'she',
      'said',
      "it's",
      'quoted',
      'well',
      'known',
    ]);
    expect(read('naïve Ångström scho\u0308n')).toEqual(['naïve', 'Ångström', 'scho\u0308n']);
  });

  it('go on over marks and stop at what is no prose', () => {
    expect(read('te**h** end')).toEqual(['teh', 'end']);
    expect(read('before `code` after [wrods](https://example.org/wrods) end')).toEqual(['before', 'after', 'end']);
    expect(read('```\ncode wrods\n```\n\nprose')).toEqual(['prose']);
    expect(read('<aside>wrods</aside>\n\nprose')).toEqual(['prose']);
    expect(read('| wrods | b |\n|---|---|\n| c | d |\n\nprose')).toEqual(['prose']);
  });

  it('are no tags, no addresses, no names of hosts and files, nothing with digits, no capitals, no single letters', () => {
    expect(read('ate #gardne/leeks and https://exmaple.org/wrods here')).toEqual(['ate', 'and', 'here']);
    expect(read('anna.kerr@exmaple.org or @annakerr')).toEqual(['or']);
    expect(read('see exmaple.org, notes.txt and e.g. this')).toEqual(['see', 'and', 'this']);
    expect(read('h2o 3rd a_name B I x NASA NASA’s ÖBB')).toEqual([]);
    expect(read('an iPhone, a WhatsApp call')).toEqual(['an', 'call']);
  });

  it('are not those of other scripts', () => {
    expect(read('жук ελιά 東京 ไทย नमस्ते عربي plain Жuk')).toEqual(['plain']);
  });

  it('stand where they say, and every word does', () => {
    const word = fc.constantFrom('teh', 'garden', 'don’t', "it's", 'naïve', 'Anna', 'leeks', 'scho\u0308n');
    const other = fc.constantFrom(
      '#teh',
      'https://teh.example/teh',
      'teh@teh.example',
      '@teh',
      'teh1',
      'te_h',
      'TEH',
      'жук',
      'iTeh',
      '42',
      '—',
      'x',
      'teh.txt',
    );
    const gap = fc.constantFrom(' ', '  ', ', ', '\n', '. ', ' (', ' “', '\u00a0');
    const piece = fc.record({ isWord: fc.boolean(), word, other, gap });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        let text = '';
        const expected: { word: string; from: number; to: number }[] = [];
        for (const { isWord, gap: between, ...either } of pieces) {
          const sign = isWord ? either.word : either.other;
          if (isWord) expected.push({ word: sign, from: text.length, to: text.length + sign.length });
          text += sign + between;
        }
        expect(wordsIn(paragraph(text))).toEqual(expected);
      }),
    );
  });

  it('are slices of any text, in order, without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let end = 0;
        for (const { word, from, to } of wordsIn(paragraph(text))) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(text.slice(from, to)).toBe(word);
          end = to;
        }
      }),
    );
  });
});

describe('the misspelt words of a block', () => {
  const among = (text: string, known: readonly string[]) =>
    misspeltAmong(wordsIn(paragraph(text)), (word) => known.includes(word)).map(({ word }) => word);

  it('are those that nobody knows', () => {
    expect(among('teh garden adn teh leeks', ['garden', 'leeks'])).toEqual(['teh', 'adn', 'teh']);
  });

  it('are none where a text is in another language', () => {
    expect(among('Heute war der Garten ganz weiß vom ersten Frost', ['war', 'Garten'])).toEqual([]);
    // Half of it might be English, and it is short; but its small words are German.
    expect(among('Am Abend mit Tom in der Bar', ['Am', 'Tom', 'in', 'Bar'])).toEqual([]);
    expect(among('Heute war es schön', ['war'])).toEqual([]);
    // Too short to tell.
    expect(among('Gartn Frost', [])).toEqual(['Gartn', 'Frost']);
  });
});
