import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it, vi } from 'vitest';
import { excerptOf, plainText } from './excerpt.ts';

vi.mock(import('mdast-util-from-markdown'), async (original) => {
  const real = await original();
  return { ...real, fromMarkdown: vi.fn<typeof real.fromMarkdown>(real.fromMarkdown) as typeof real.fromMarkdown };
});

const PIECES = [
  'we walked',
  ' along the river',
  '.',
  ', ',
  ' ',
  '\n',
  '\n\n',
  '    ',
  '\t',
  '# ',
  '#garden',
  ' #garden',
  '- ',
  '1. ',
  '12) ',
  '>',
  '> ',
  '*',
  '_',
  '**',
  '`',
  '~~~\n',
  '===',
  '---',
  '[a](b)',
  '<b>',
  '&amp;',
  '\\',
  '!',
  '|',
  ':',
  '日記',
  '\r\n',
  '\0',
  '\u00a0',
];

describe('an excerpt', () => {
  it('is what Markdown reads, whether it had to be read or not', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
        const markdown = pieces.join('');
        const whole = plainText(markdown.slice(0, 1200));
        const excerpt = excerptOf(markdown);
        expect(excerpt.endsWith('…')).toBe(whole.length > 280);
        expect(whole.slice(0, excerpt.length - 1)).toBe(excerpt.slice(0, -1));
        expect(whole.length > 280 || whole === excerpt).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['one  \ntwo', 'one two'],
    ['- leeks\n- bread\n  - rye', 'leeks bread rye'],
    ['> quoted\n>\n> twice', 'quoted twice'],
    ['# *A* `day`\n\n![a view](attachment:0f) of <b>it</b>', 'A day of it'],
    ['```\ncode\n```', 'code'],
  ])('%j reads %j', (markdown, text) => expect(excerptOf(markdown)).toBe(text));

  it('is cut at a word', () => {
    const excerpt = excerptOf('word '.repeat(100));
    expect(excerpt).toMatch(/word…$/u);
    expect(excerpt.length).toBeLessThanOrEqual(280);
  });

  it('of a plain text costs no reading of Markdown', () => {
    const reads = vi.mocked(fromMarkdown);
    reads.mockClear();
    expect(excerptOf('We walked home. #walk\n\nAnd then it rained.')).toBe('We walked home. #walk And then it rained.');
    expect(reads).not.toHaveBeenCalled();
    expect(excerptOf('We *walked*.')).toBe('We walked.');
    expect(reads).toHaveBeenCalledTimes(1);
  });
});
