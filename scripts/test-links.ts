/**
 * Documents that claim something name the test that holds it: [`src-main/log.test.ts` › the log](../src-main/log.test.ts). Here such links are read and
 * looked up, so that a test that was renamed or taken away leaves no claim standing without one.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseAst } from 'vite';

export interface TestLink {
  /** As the document names it, from the root of the project. */
  readonly file: string;
  readonly title: string;
  /** Where the link leads, from the document. */
  readonly target: string;
}

const LINK = /\[`([^`\n]+)` › ([^\n]+?)\]\(([^()\s]+)\)/g;

/** Every link to a test in a Markdown text, in the order in which they stand there. A title is read as it was written: no `]` may follow a `(` in it. */
export function testLinksIn(markdown: string): TestLink[] {
  return [...markdown.matchAll(LINK)].map(([, file = '', title = '', target = '']) => ({ file, title, target }));
}

/** The functions whose first argument is a title, and how they may be called and still run. */
const RUNNERS = new Set(['it', 'test', 'describe']);
const RUNNING_FORMS = new Set([
  'each',
  'describe',
  'runIf',
  'skipIf',
  'for',
  'sequential',
  'concurrent',
  'serial',
  'parallel',
]);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Whether this is `it`, `test.describe`, `it.each(table)`: not `test.skip` and not a function of another name. */
function isRunner(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === 'Identifier') return RUNNERS.has(String(callee['name']));
  if (callee.type === 'CallExpression' || callee.type === 'TaggedTemplateExpression')
    return isRunner(callee['callee'] ?? callee['tag']);
  if (callee.type !== 'MemberExpression' || !isNode(callee['property'])) return false;
  return RUNNING_FORMS.has(String(callee['property']['name'])) && isRunner(callee['object']);
}

function textOf(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === 'Literal') return typeof value['value'] === 'string' ? value['value'] : null;
  if (value.type !== 'TemplateLiteral') return null;
  const quasis = value['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
  return quasis.length === 1 ? (quasis[0]?.value.cooked ?? null) : null;
}

/** The titles of the tests and groups of a test file that are run; those of a table as they are written, `%s` and all. */
export function testTitlesIn(code: string, lang: 'ts' | 'tsx' = 'ts'): Set<string> {
  const titles = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const part of value) visit(part);
    if (!isNode(value)) return;
    if (value.type === 'CallExpression' && isRunner(value['callee'])) {
      const title = textOf((value['arguments'] as readonly unknown[])[0]);
      if (title !== null) titles.add(title);
    }
    for (const part of Object.values(value)) if (typeof part === 'object') visit(part);
  };
  visit(parseAst(code, { lang }));
  return titles;
}

const TEST_FILE = /\.(?:test|spec)\.tsx?$/;

/**
 * What is wrong with the links to tests of one document, a sentence each.
 * @param root the project's folder, absolute
 * @param path the document, from the root
 */
export function brokenTestLinks(root: string, path: string): string[] {
  const document = join(root, path);
  return testLinksIn(readFileSync(document, 'utf8')).flatMap(({ file, title, target }) => {
    const led = relative(root, resolve(dirname(document), target))
      .split(sep)
      .join('/');
    if (led !== file) return [`${path}: the link to ${file} leads to ${led}.`];
    if (!TEST_FILE.test(file)) return [`${path}: ${file} is no test file.`];
    if (!existsSync(join(root, file))) return [`${path}: there is no ${file}.`];
    const titles = testTitlesIn(readFileSync(join(root, file), 'utf8'), file.endsWith('x') ? 'tsx' : 'ts');
    return titles.has(title) ? [] : [`${path}: ${file} runs nothing that is called “${title}”.`];
  });
}
