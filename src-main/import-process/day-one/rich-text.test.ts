import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { richTextToMarkdown } from './rich-text.ts';
import { unescapeMarkdown } from './unescape-markdown.ts';

type Attributes = Readonly<Record<string, unknown>>;

function run(text: string, attributes: Attributes = {}, line: Attributes | null = null): unknown {
  return { text, attributes: line === null ? attributes : { ...attributes, line } };
}

function markdownOf(...contents: unknown[]): string | null {
  const markdown = richTextToMarkdown(JSON.stringify({ contents, meta: { version: 1 } }));
  return markdown === null ? null : unescapeMarkdown(markdown);
}

describe('richTextToMarkdown', () => {
  it('reads blocks', () => {
    const markdown = markdownOf(
      run('A day\n', {}, { header: 1 }),
      run('What. A (good) day!\nAnd on.\n\n'),
      run('one\n', {}, { listStyle: 'bulleted', indentLevel: 1 }),
      run('two\n', {}, { listStyle: 'bulleted', indentLevel: 2 }),
      run('first\n', {}, { listStyle: 'numbered', listIndex: 1, indentLevel: 1 }),
      run('open\n', {}, { listStyle: 'checkbox', checked: false }),
      run('done\n', {}, { listStyle: 'checkbox', checked: true }),
      run('said\nand said\n', {}, { quote: true, indentLevel: 1 }),
      run('if (a) {\n\n  b\\n; }\n', {}, { codeBlock: true }),
      { embeddedObjects: [{ type: 'horizontalRuleLine' }] },
      run('The end', {}, { header: 0 }),
    );
    expect(markdown).toBe(
      [
        '# A day\n\nWhat. A (good) day!\nAnd on.\n',
        '- one\n    - two\n1. first\n- [ ] open\n- [x] done\n',
        '> said\n> and said\n',
        '```\nif (a) {\n\n  b\\n; }\n```\n',
        '---\n\nThe end',
      ].join('\n'),
    );
  });

  it('reads emphasis, code and links', () => {
    expect(
      markdownOf(run('a '), run(' bold ', { bold: true }), run('both', { bold: true, italic: true }), run('.')),
    ).toBe('a  **bold *both***.');
    expect(markdownOf(run('x'), run('gone', { strikethrough: true }), run(' '), run('a`b', { inlineCode: true }))).toBe(
      'x~~gone~~ ``a`b``',
    );
    expect(markdownOf(run('here', { linkURL: 'https://a.example/b c(d)' }))).toBe(
      '[here](https://a.example/b%20c%28d%29)',
    );
    expect(markdownOf(run('a.example', { linkURL: 'https://a.example', autolink: true }))).toBe('a.example');
    expect(markdownOf(run('marked', { highlightedColor: 'ffc107cc' }))).toBe('marked');
  });

  it('reads media as Day One links them, on lines of their own', () => {
    const embedded = (type: string): unknown => ({ embeddedObjects: [{ type, identifier: 'AB12' }] });
    expect(markdownOf(run('Title', {}, { header: 1 }), embedded('photo'), embedded('video'), run('after'))).toBe(
      '# Title\n\n![](dayone-moment://AB12)\n\n![](dayone-moment:/video/AB12)\n\nafter',
    );
    expect(markdownOf(embedded('audio'), embedded('pdfAttachment'), embedded('other'))).toBe(
      '![](dayone-moment:/audio/AB12)\n\n![](dayone-moment:/pdfAttachment/AB12)',
    );
    expect(markdownOf({ embeddedObjects: [{ type: 'externalVideo', url: 'https://video.example/1' }] })).toBe(
      '<https://video.example/1>',
    );
  });

  it('keeps text text', () => {
    expect(markdownOf(run('# no heading\n- no item\n*none*\n1. no\n<b>'))).toBe(
      '\\# no heading\n\\- no item\n\\*none\\*\n1\\. no\n\\<b>',
    );
  });

  it('is null for what is no rich text', () => {
    for (const value of [null, 5, '', '{', '[]', '{}', '{"contents":{}}']) expect(richTextToMarkdown(value)).toBeNull();
  });

  it('gives back the words of any line', () => {
    const word = fc.string({ minLength: 1 }).filter((text) => /\S/.test(text) && !/[\r\n\0\uFEFF]/.test(text));
    const runs = fc.array(fc.tuple(word, fc.subarray(['bold', 'italic'])), { minLength: 1, maxLength: 4 });
    const bare = (text: string): string => text.replace(/[\s*_]+/g, '');
    fc.assert(
      fc.property(runs, (parts) => {
        const markdown = markdownOf(
          ...parts.map(([text, marks]) => run(text, Object.fromEntries(marks.map((mark) => [mark, true])))),
        );
        expect(bare(toString(fromMarkdown(markdown!)))).toBe(bare(parts.map(([text]) => text).join('')));
      }),
    );
  });

  it('takes any JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.json(), (contents, json) => {
        expect(typeof richTextToMarkdown(JSON.stringify({ contents }))).toBe('string');
        richTextToMarkdown(json);
      }),
    );
  });
});
