import type { Paper } from './paper.ts';

/** How a book looks, on paper and on a screen. Its own styles and nothing else: a book must be whole without the app. */
const STYLE = `
:root { color-scheme: light dark; --paper: #fffefb; --ink: #26231d; --soft: #5d574b; --line: #ddd6c7; --accent: #2f6b4f; }
@media (prefers-color-scheme: dark) { :root { --paper: #16191a; --ink: #e9e5da; --soft: #b3ac9c; --line: #363b3b; --accent: #8fcaa6; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 19px/1.6 Newsreader, 'Iowan Old Style', Charter, Georgia, serif; text-wrap: pretty; }
body { max-width: calc(34em + 2.5rem); margin: 0 auto; padding: 4rem 1.25rem 6rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { font-weight: 500; line-height: 1.25; margin: 0; text-wrap: balance; }
p, ul, ol, blockquote, pre, table, figure { margin: 0 0 0.75em; }
a { color: inherit; text-decoration-color: var(--accent); text-underline-offset: 0.15em; }
.cover { padding: 12vh 0 4rem; }
.cover h1 { font-size: 3.4em; letter-spacing: -0.02em; }
.cover p { margin: 1rem 0 0; color: var(--soft); }
.contents { margin-bottom: 5rem; }
.contents h2 { font-size: 1.25em; margin-bottom: 0.75rem; }
.contents ol { list-style: none; padding: 0; margin: 0 0 1rem; columns: 2; column-gap: 2.5rem; }
.contents h3 { font-size: 1em; margin: 1rem 0 0.25rem; }
.contents li { display: flex; align-items: baseline; gap: 0.5rem; break-inside: avoid; }
.contents li a { flex: 1; text-decoration: none; }
.contents li span, .meta, .tags, .file { color: var(--soft); font-size: 0.82em; }
.year > h2 { font-size: 2.6em; letter-spacing: -0.02em; margin: 4rem 0 1rem; }
.month > h3 { font-size: 1.55em; margin: 3rem 0 1.5rem; padding-bottom: 0.4rem; border-bottom: 1px solid var(--line); }
.day { margin-bottom: 2.5rem; }
.day > h4 { font-size: 1em; font-style: italic; color: var(--soft); margin-bottom: 0.75rem; }
.entry { margin-bottom: 1.75rem; }
.entry h5 { font-size: 1.25em; margin-bottom: 0.25rem; }
.entry h6 { font-size: 1.02em; margin: 1.1em 0 0.4em; }
.entry .level-1 { font-size: 1.18em; }
.entry .level-2 { font-size: 1.1em; }
.meta, .tags { margin-bottom: 0.6em; }
blockquote { margin-left: 0; padding-left: 1.1em; border-left: 2px solid var(--line); color: var(--soft); }
code, pre { font: 0.84em/1.5 ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; }
pre { white-space: pre-wrap; padding: 0.75em 1em; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; font-size: 0.9em; }
th, td { padding: 0.3em 0.7em 0.3em 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.5em 0; }
ul, ol { padding-left: 1.4em; }
.task-list-item { list-style: none; }
.task-list-item > input:first-child, .task-list-item > p:first-child > input:first-child { width: 0.85em; height: 0.85em; margin: 0 0.35em 0 -1.2em; vertical-align: -0.05em; }
.footnotes { font-size: 0.85em; color: var(--soft); }
img, .picture { display: block; max-width: 100%; width: auto; height: auto; max-height: 80vh; margin: 0.5em 0; border-radius: 6px; }
@media (max-width: 34em) { html { font-size: 17px; } .contents ol { columns: 1; } }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #555; --line: #ccc; --accent: #555; }
  html { font-size: 11pt; line-height: 1.45; }
  body { max-width: 34em; padding: 0; }
  .cover { padding: 60mm 0 0; break-after: page; }
  .contents { break-after: page; margin: 0; }
  .contents h2, .contents h3 { break-after: avoid; }
  .contents ol { break-inside: avoid; }
  .year > h2 { margin: 0; padding-top: 60mm; break-before: page; }
  .month > h3, .day > h4, .entry h5, .entry h6, .meta { break-after: avoid; }
  .tags { break-before: avoid; }
  .month > h3 { margin-top: 0; }
  p, li { orphans: 2; widows: 2; }
  img, .picture { max-height: 130mm; break-inside: avoid; border-radius: 0; }
  a { text-decoration: none; }
  pre, blockquote, tr { break-inside: avoid; }
}
`;

export interface BookMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** As the running head has it. */
  readonly title: string;
}

interface PageOptions {
  readonly months: readonly BookMonth[];
  readonly paper: Paper;
  /** `@font-face` rules. */
  readonly fonts: string;
}

const RUNNING = 'font: italic 9pt Newsreader, Georgia, serif; color: #5d574b;';

/** What is left beside a line of 34 em of 11 points, 132 mm: longer ones lose the eye on its way back. */
const MARGINS: Readonly<Record<Paper, string>> = { A4: '24mm 39mm 28mm', letter: '22mm 42mm 25mm' };

/** The style with pages of their own for each month: they carry its running head, and a year's title stands on a page before them. */
export function bookStyle({ months, paper, fonts }: PageOptions): string {
  const page =
    `@page { size: ${paper}; margin: ${MARGINS[paper]}; @bottom-center { content: counter(page); ${RUNNING} font-style: normal; } }\n` +
    '@page :first { @bottom-center { content: none; } }\n';
  const pages = months.map(
    ({ month, title }) =>
      `@page m${month} { @top-right { content: "${title.replaceAll(/["\\<\n]/gu, ' ')}"; ${RUNNING} } }\n` +
      `@media print { .m${month} { page: m${month}; } }\n`,
  );
  return fonts + STYLE + page + pages.join('');
}
