import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from './html-to-markdown.ts';

describe('htmlToMarkdown', () => {
  it.each([
    ['paragraphs and line breaks', '<p dir="auto">One.<br>Two.</p><p><br></p><p>Three.</p>', 'One.\nTwo.\n\nThree.'],
    ['paragraphs made of line breaks', 'One.<br><br>Two.', 'One.\n\nTwo.'],
    ['fixed spaces of editors', '<p>&nbsp;</p><p>a&nbsp; b&nbsp;</p><div>10&nbsp;km</div>', 'a b\n\n10\u00A0km'],
    ['emphasis', '<b>bold </b>and<i> it</i>, <s>gone</s>, <mark>marked</mark>', '**bold** and *it*, ~~gone~~, marked'],
    ['marks in and beside themselves', '<b>a</b><b>b</b><strong><b>c</b></strong>', '**abc**'],
    ['headings', '<h1>A <br>day</h1><h3></h3><h2>On</h2>', '# A day\n\n## On'],
    ['lists', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    ['an ordered list', '<ol start="3"><li><p>x</p></li><li><p>y</p></li></ol>', '3. x\n4. y'],
    [
      'tasks',
      '<ul><li><input type="checkbox" checked> a</li><li><input type="checkbox">b</li></ul>',
      '- [x] a\n- [ ] b',
    ],
    [
      'tasks of an editor',
      '<ul><li data-checked="true"><label><input type="checkbox" checked><span></span></label><div><p>a</p></div></li></ul>',
      '- [x] a',
    ],
    ['quotes and rules', '<blockquote><p>a</p><p>b</p></blockquote><hr>', '> a\n>\n> b\n\n---'],
    [
      'code',
      '<code>a*b</code><pre><code class="x language-js">a<br>  b\n\n</code></pre>',
      '`a*b`\n\n```js\na\n  b\n```',
    ],
    ['a table', '<table><tr><th>a<th>b<tr><td>1<br>2<td>c|d</table>', '| a | b |\n| - | - |\n| 1 2 | c\\|d |'],
    ['a table that lays out', '<table><tr><td><h2>A</h2><td><table><tr><td>b</table></table>', '## A\n\nb'],
    [
      'what is no Markdown',
      '<p># a<br>- b<br>1. c *d* &lt;e&gt; [f](g)</p>',
      '\\# a\n\\- b\n1\\. c \\*d\\* \\<e> \\[f]\\(g)',
    ],
    ['tags and names', '<p>#river_walk in file_name_x</p>', '#river_walk in file_name_x'],
    ['scripts and styles', '<style>p{}</style><p>a</p><script>b</script><!-- c --><title>d</title>', 'a'],
    ['film', '<video><source src="https://a.example/b.mp4"></video>', '[Video](https://a.example/b.mp4)'],
  ])('reads %s', (_what, html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  it('keeps web and mail addresses, and of others the words', () => {
    expect(htmlToMarkdown('<a href="https://a.example/b c">x</a> <a href="mailto:a@b.example">y</a>')).toBe(
      '[x](https://a.example/b%20c) [y](mailto:a@b.example)',
    );
    expect(
      htmlToMarkdown('<a href="javascript:alert(1)">x</a> <a href=" file:///etc/passwd">y</a> <a href="/b">z</a>'),
    ).toBe('x y z');
    expect(htmlToMarkdown('<img src="data:image/png;base64,AA" alt="A cat"><img src="https://a.example/c.png">')).toBe(
      'A cat![](https://a.example/c.png)',
    );
  });

  it('takes addresses of the importer', () => {
    const address = (url: string, kind: string): string | null =>
      url.startsWith(':/') ? `import:${url.slice(2)}-${kind}` : null;
    expect(htmlToMarkdown('<a href=":/a">x</a><img src=":/b" alt="y">', { address })).toBe(
      '[x](import:a-link)![y](import:b-picture)',
    );
  });

  it('keeps the words of a page that is nested too deep or too large', () => {
    expect(htmlToMarkdown(`${'<div>'.repeat(5000)}a_*b*`)).toBe('a\\_\\*b\\*');
    expect(htmlToMarkdown(`<p>x${' '.repeat(3_000_001)}<b>y</b> &amp; <script>z</script></p>`)).toBe('x y &');
    expect(htmlToMarkdown(`${'<i>a</i>'.repeat(60_000)}`)).toBe('a'.repeat(60_000));
  });

  it.each([
    '<div>',
    '<b>x',
    '<p>',
    '<a href=x>',
    '<table><tr><td>',
    '<ul><li>',
    '<blockquote>',
    '<font size=1><p>x',
    '<td>x',
    '<',
    '<!--',
    '&',
    '`',
  ])('takes a bounded time for many of %s', (piece) => {
    const started = performance.now();
    htmlToMarkdown(piece.repeat(200_000 / piece.length));
    htmlToMarkdown(`${piece.repeat(150)}${'<p>x</p>'.repeat(2000)}`);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  const pieces = [
    'p',
    'div',
    'b',
    'i',
    's',
    'a href="https://a.example"',
    'a href="javascript:x"',
    'ul',
    'ol',
    'li',
    'pre',
    'code',
    'h2',
    'table',
    'tr',
    'td',
    'th',
    'blockquote',
    'img src="x:y" alt="z"',
    'br',
    'hr',
    'span',
    'script',
    'input type=checkbox',
    'q',
    'svg',
    'math',
    'template',
    'select',
    'option',
    'button',
    'caption',
    'video src="z"',
    'dl',
    'dt',
    'dd',
    'details',
    'base href="a:b"',
  ].flatMap((tag) => [`<${tag}>`, `</${tag.split(' ')[0]}>`]);

  it('answers to any page, and never with an address that leads elsewhere', () => {
    const page = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), { maxLength: 40 });
    fc.assert(
      fc.property(page, (parts) => {
        const markdown = htmlToMarkdown(parts.join(''));
        const tree = JSON.stringify(
          fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }),
        );
        expect(tree).not.toMatch(/"url":"(?!https?:|mailto:)/);
        expect(markdown).not.toMatch(/\r|\0/);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps every word, in order', () => {
    const word = fc.stringMatching(/^[a-z*_#[\]`~!|+.-]{1,8}$/);
    const block = fc.constantFrom('p', 'div', 'li', 'h2', 'blockquote', 'b', 'i', 's');
    const bare = (text: string): string => text.replace(/\s+/g, '');
    fc.assert(
      fc.property(fc.array(fc.tuple(block, word), { maxLength: 8 }), (parts) => {
        const html = parts.map(([tag, text]) => `<${tag}>${text}</${tag}> `).join('');
        const words = toString(fromMarkdown(htmlToMarkdown(html)));
        expect(bare(words).replaceAll('~~', '')).toBe(
          bare(parts.map(([, text]) => text).join('')).replaceAll('~~', ''),
        );
      }),
      { numRuns: 500 },
    );
  });
});
