import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from './rich-text-spans.ts';
import { unescapeMarkdown } from './unescape-markdown.ts';

/** What a Markdown text means: its tree, without the places where things stood. */
function meaningOf(markdown: string): string {
  return JSON.stringify(fromMarkdown(markdown), (key, value: unknown) => (key === 'position' ? undefined : value));
}

/** The text without its needless backslashes where that says something else than before, or lost more than backslashes; else null. */
function changeIn(markdown: string): string | null {
  const plain = unescapeMarkdown(markdown);
  const isSame =
    meaningOf(plain) === meaningOf(markdown) && plain.replaceAll('\\', '') === markdown.replaceAll('\\', '');
  return isSame ? null : plain;
}

describe('unescapeMarkdown makes everyday text readable', () => {
  it.each([
    'Fine. A 30-minute walk (slow)! Was it? Yes; it was: "nice", isn\'t it...',
    '2024-04-17: up at 6:30, -5 degrees, +3 hours, ~5 km, 50% of $20.',
    'C# and C++, R&D, e-mail: anna_b@example.com, https://example.com/a-b_c?d=e#f',
    'snake_case_name, 3 * 4 = 12, 5 > 3, I <3 you, C:\\Users, see [sic] and {this}',
    '#gratitude comes first, and #gratitude later',
    '- 30-minute walk.\n- Tea, e.g. green.\n\n1. First.\n2. Second (better).',
    '> He said: "No."\n\n# What a day!\n\n## 17.4. (Wednesday)',
    '**Bold.** and *italic!*\n\n- [ ] e-mail Jo.\n- [x] call Al.',
    '- one.\n    - two.\n        - three.',
    'The end...\n![](dayone-moment://24BD79E9E42F4A4CA0C9F384F547B5BC). Then on.',
  ])('%s', (text) => {
    // As Day One does it: marks that are Markdown stay, all other punctuation is escaped.
    const escaped = text
      .split(/(^(?:[ ]*(?:[-*>]|\d+\.|#+) )(?:\[[ x]\] )?|\*\*?(?=\S)(?:[^*\n]+)\*\*?|!\[\]\([^)]*\))/m)
      .map((part, index) => (index % 2 === 0 ? escapeMarkdown(part) : part))
      .join('');
    expect(unescapeMarkdown(escaped)).toBe(text);
    expect(changeIn(escaped)).toBeNull();
  });
});

describe('unescapeMarkdown keeps what must not become Markdown', () => {
  it.each([
    '\\# no heading',
    '\\#\\# no heading',
    '# a heading \\#',
    '\\- no item',
    '\\+ no item',
    '\\* no item',
    '1\\. no item',
    '12\\) no item',
    '> 1\\. no item',
    '- \\- no item',
    '\\> no quotation',
    '\\*not emphasis\\*',
    '\\_not emphasis\\_',
    '\\*\\*not bold\\*\\*',
    '\\`no code\\`',
    '\\~\\~not struck\\~\\~',
    '\\[no\\](link)',
    '\\[no\\]\\(link\\)',
    '[no]\\(link)',
    '\\![no picture](x)',
    '\\<b>no tag\\</b>',
    '\\<!-- no comment -->',
    '\\<https://no\\.link>',
    '\\&amp; and \\&#35;',
    '&amp\\;',
    '\\---',
    'no heading\n\\===',
    'no heading\n\\---',
    'a | b\n\\-\\- | \\-\\-',
    '- \\[ \\] no box',
    'C:\\\\.config',
    'no break\\\\\nhere',
  ])('%s', (markdown) => {
    expect(changeIn(markdown)).toBeNull();
    const first = /\\./.exec(markdown)![0];
    expect(unescapeMarkdown(markdown)).toContain(first);
  });

  it.each([
    ['a code span', 'a\\. `b\\.` c\\.', 'a. `b\\.` c.'],
    ['a code block', 'a\\.\n```\nb\\.\n\nc\\.\n```\nd\\.', 'a.\n```\nb\\.\n\nc\\.\n```\nd.'],
    ['a code block without an end', 'a\\.\n~~~\nb\\.\n\nc\\.', 'a.\n~~~\nb\\.\n\nc\\.'],
    ['indented code', 'a\\.\n\n    b\\.', 'a.\n\n    b\\.'],
    ['code in a list', '- a\\.\n\n      b\\.', '- a.\n\n      b\\.'],
    ['a link target', '[a\\.](b\\.c\\)d) e\\.', '[a.](b\\.c\\)d) e.'],
    ['HTML', 'a\\. <i class="b\\.">c</i>\n\nd\\.', 'a. <i class="b\\.">c</i>\n\nd.'],
    ['an HTML comment', 'a\\. <!-- b\\.\n\nc\\. -->\n\nd\\.', 'a. <!-- b\\.\n\nc\\. -->\n\nd\\.'],
    ['references', '[a\\.b]\n\n[a\\.b]: c', '[a\\.b]\n\n[a\\.b]: c'],
  ])('%s', (_name, markdown, expected) => {
    expect(unescapeMarkdown(markdown)).toBe(expected);
    expect(changeIn(markdown)).toBeNull();
  });
});

const pieces = [
  [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'].map((mark) => `\\${mark}`),
  ['a', 'b', '1', '12', 'é', '\u{1F642}', ' ', '  ', '    ', '\t', '\n', '\n\n', '\n  ', '\n    ', '\\\n', '\\'],
  ['- ', '\n- ', '\n1. ', '\n> ', '# ', '* ', '+ ', '- [ ] ', '---', '===', '*', '**', '_', '~', '~~~', '`', '``'],
  ['```', '\n```\n', '<', '>', '<b', '<b>', '</b>', '<!--', '-->', '<?', '<div>\n', '<script>', '<https://a\\.b>'],
  ['[', ']', '](', '](x)', '](b\\.c)', ')', '[a](', '![', '[a]', ']: /x', '[^1]', '&', 'amp;', '#35;', '|'],
  ['\n-|-\n', '"', '@', 'a@b', 'c.d>', '\u2028', '\u00a0', '\uFEFF', 'word word\\. '],
].flat();

describe('unescapeMarkdown in any text', () => {
  it('never changes the meaning, nor anything but backslashes', () => {
    const markdown = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => `a${parts.join('')}`);
    fc.assert(
      fc.property(markdown, (text) => {
        expect(changeIn(text)).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });

  it('never makes Markdown of a text that was all escaped', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 12 });
    fc.assert(
      fc.property(text, (parts) => {
        expect(changeIn(`a${escapeMarkdown(parts.join(''))}`)).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it('takes a time that grows with the text, whatever is in it', () => {
    const size = 300_000;
    const started = performance.now();
    for (const piece of [
      '\\-',
      '\\[',
      '\\[a\\]',
      '\\<3',
      '![',
      '[',
      '](',
      '](a',
      '`',
      '` ',
      '<a:',
      '&\\;',
      '> ',
      '\\.\n',
      '~~~\n',
    ]) {
      unescapeMarkdown(`\\.${piece.repeat(size / piece.length)}`);
    }
    // Half a second is enough on a slow machine; a quadratic rule takes minutes.
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
