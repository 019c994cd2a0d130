import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf } from '../testing/memory-source.ts';
import { readHtml } from '../testing/read-html.ts';
import { escapeHtml, renderBody, renderMarkdown, type BodyOptions } from './render-body.ts';

const OPTIONS: BodyOptions = {
  prefix: 'n-1-',
  file: (id, words, isImage) => [{ type: 'text', value: `{${isImage ? 'image' : 'file'} ${id.slice(-2)} ${words}}` }],
};

const render = (markdown: string): string => renderBody(markdown, OPTIONS);

describe('the text of an entry', () => {
  it.each([
    ['*a* **b** ~~c~~ `d`', '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>'],
    ['# One\n\n### Three', '<h6 class="level-1">One</h6>\n<h6 class="level-3">Three</h6>'],
    ['one\\\ntwo', '<p>one<br>\ntwo</p>'],
    ['> said', '<blockquote>\n<p>said</p>\n</blockquote>'],
    ['3. c\n4. d', '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>'],
    ['[a](https://example.org/?a=1&b=2 "t")', '<p><a href="https://example.org/?a=1&#x26;b=2">a</a></p>'],
    ['[mail](mailto:a@example.org)', '<p><a href="mailto:a@example.org">mail</a></p>'],
    ['[x](javascript:alert(1))', '<p>x</p>'],
    ['[x](JaVaScRiPt:alert(1)) [y](data:text/html,z) [z](file:///etc/passwd) [w](/relative)', '<p>x y z w</p>'],
    ['![tracker](https://example.org/p.png)', '<p><a href="https://example.org/p.png">tracker</a></p>'],
    ['![x](javascript:alert(1))', '<p>x</p>'],
    [`![us](attachment:${idOf(7)})`, '<p>{image 07 us}</p>'],
    [`[notes *x*](attachment:${idOf(8)})`, '<p>{file 08 notes x}</p>'],
    ['[near](attachment:nothing)', '<p>near</p>'],
    [
      '<b onclick="x()">bold</b> & <script>alert(1)</script>',
      '<p>&#x3C;b onclick="x()">bold&#x3C;/b> &#x26; &#x3C;script>alert(1)&#x3C;/script></p>',
    ],
    ['<div>\nblock\n</div>', '&#x3C;div>\nblock\n&#x3C;/div>'],
    ['#garden and #garden', '<p>#garden and #garden</p>'],
  ])('%j', (markdown, html) => expect(render(markdown)).toBe(html));

  it('has tables, tasks and notes, whose ids are of this entry', () => {
    const html = render('| a | b |\n| - | -: |\n| c | d |\n\n- [x] done\n- [ ] open\n\nText[^1].\n\n[^1]: The note.');
    const { elements } = readHtml(html);
    expect(elements.filter(({ name }) => ['th', 'td'].includes(name)).map(({ text }) => text)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
    expect(elements.filter(({ name }) => name === 'input').map(({ attributes }) => attributes)).toEqual([
      { type: 'checkbox', checked: '', disabled: '' },
      { type: 'checkbox', disabled: '' },
    ]);
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    const links = elements.flatMap(({ attributes }) => attributes['href'] ?? []);
    expect(ids.toSorted()).toEqual(['n-1-fn-1', 'n-1-fnref-1']);
    expect(links.toSorted()).toEqual(['#n-1-fn-1', '#n-1-fnref-1']);
  });
});

it('is the same read as Markdown and as the plain text that it is', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'A day.',
      '  indented',
      '   3',
      'a - b',
      '1 and 2.',
      '\u00a0',
      '\u2028',
      '\u3000x',
      '\f',
      'x:',
      '!',
      '$1',
      '"so"',
      "it's",
      '©',
      'www.example.org',
      ':-',
      '---',
      '***',
      '\ufeff',
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\n\n\n', ' ')), { maxLength: 8 }), (lines) => {
      const text = lines.flat().join('');
      expect(render(text)).toBe(renderMarkdown(text, OPTIONS));
    }),
    { numRuns: 1000 },
  );
});

const PIECES = [
  '<',
  '>',
  '"',
  "'",
  '&',
  '`',
  '</style>',
  '<script>',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '</body>',
  '<svg onload=x>',
  '<img src=x onerror=y>',
  '](javascript:x)',
  '[a]',
  '![',
  '(data:text/html,x)',
  '[^1]',
  '[^1]: ',
  '<https://a>',
  '<javascript:x>',
  '&lt;',
  '&#60;',
  '\n',
  '\n\n',
  '> ',
  '- ',
  '| a |',
  '| - |',
  '<a href="javascript:x">',
  '<iframe src=x>',
  '<base href=x>',
  '<style>*{}</style>',
  '<title>',
  '<plaintext>',
  '<noscript>',
  '<template>',
  '\0',
  '<meta http-equiv=refresh>',
];

const HOSTILE = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(...PIECES)), {
  maxLength: 12,
});

describe('whatever was written', () => {
  it('runs nothing, loads nothing, leads nowhere but out, and is read as it was meant', () => {
    const known = new Set(
      'html head body p br hr em strong del code pre blockquote ul ol li a sup section h6 table thead tbody tr th td input'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(HOSTILE, (parts) => {
        const html = render(parts.join(''));
        const { elements } = readHtml(`<!doctype html><html><head></head><body>${html}</body></html>`);
        for (const { name, attributes } of elements) {
          expect(known).toContain(name);
          for (const [attribute, value] of Object.entries(attributes)) {
            expect(['href', 'id', 'class', 'start', 'align', 'type', 'checked', 'disabled']).toContain(attribute);
            const isTame = attribute !== 'href' || /^(?:https?:\/\/|mailto:|#n-1-)/iu.test(value);
            expect(isTame).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { elements } = readHtml(
          `<!doctype html><html><head></head><body><p title="${escapeHtml(text)}">${escapeHtml(text)}</p></body></html>`,
        );
        const shown = text.toWellFormed().replaceAll('\0', '\uFFFD').replaceAll(/\r\n?/gu, '\n');
        expect(elements.find(({ name }) => name === 'p')?.text).toBe(shown);
        expect(elements.map(({ name }) => name)).toEqual(['html', 'head', 'body', 'p']);
      }),
    );
  });
});
