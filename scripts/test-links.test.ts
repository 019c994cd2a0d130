import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenTestLinks, testLinksIn, testTitlesIn } from './test-links.ts';

const root = resolve(import.meta.dirname, '..');

describe('links from documents to tests', () => {
  const documents = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md'));

  it.each(documents)('of %s name tests that are there', (document) => {
    expect(brokenTestLinks(root, document)).toEqual([]);
  });
});

describe('docs/hardening.md', () => {
  it('has a test for every line that it claims', () => {
    const lines = readFileSync(join(root, 'docs/hardening.md'), 'utf8').split('\n');
    const claims = lines.filter((line) => line.startsWith('| ') && !/^\| (?:What|Point) \|/.test(line));
    expect(claims.length).toBeGreaterThan(60);
    expect(claims.filter((line) => testLinksIn(line).length === 0)).toEqual([]);
  });

  it('speaks of product files that are there', () => {
    const markdown = readFileSync(join(root, 'docs/hardening.md'), 'utf8');
    const files = [...markdown.matchAll(/\]\(\.\.\/([^)\s]+)\)/g)].map(([, path = '']) => path);
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('the titles of a test file', () => {
  it('are those of tests and groups, however they are written', () => {
    const code = `
      describe('a group', () => {
        it('it is so', () => {});
        it.each([['x']] as const)('of a table: %s', (_x: string) => {});
        it.each([1])(\`in backticks\`, () => {});
        for (const name of ['a']) it(\`made of \${name}\`, () => {});
      });
      test.describe('@browser a group of Playwright', () => { test("it’s \\"so\\"", async ({ page }) => {}); });
      test.describe.serial('one after the other', () => {});`;
    expect([...testTitlesIn(code)]).toEqual([
      'a group',
      'it is so',
      'of a table: %s',
      'in backticks',
      '@browser a group of Playwright',
      'it’s "so"',
      'one after the other',
    ]);
  });

  it('are not those of tests that do not run, of comments, or of anything else', () => {
    const code = `
      // it('only said', () => {});
      it.skip('skipped', () => {});
      it.todo('some day');
      test.fixme('broken', () => {});
      describe.skip('whole group', () => {});
      log('words');
      const text = "it('in a text', () => {})";`;
    expect([...testTitlesIn(code)]).toEqual([]);
  });
});

describe('a link that leads nowhere', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'daygrove-links-'));
    for (const name of ['docs', 'src']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'src/a.test.ts'), `it('holds (so) [far]', () => {});\nit.skip('sleeps', () => {});`);
    writeFileSync(join(folder, 'src/a.ts'), `it('is no test', () => {});`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const broken = (markdown: string): string[] => {
    writeFileSync(join(folder, 'docs/claims.md'), markdown);
    return brokenTestLinks(folder, 'docs/claims.md');
  };

  it('is told from one that leads to its test', () => {
    const good = '| a | [`src/a.test.ts` › holds (so) [far]](../src/a.test.ts), [`src/a.ts`](../src/a.ts) |';
    expect(testLinksIn(good)).toEqual([
      { file: 'src/a.test.ts', title: 'holds (so) [far]', target: '../src/a.test.ts' },
    ]);
    expect(broken(good)).toEqual([]);
  });

  it.each([
    ['another title', '[`src/a.test.ts` › holds](../src/a.test.ts)', 'runs nothing'],
    ['a test that is skipped', '[`src/a.test.ts` › sleeps](../src/a.test.ts)', 'runs nothing'],
    ['a file that is gone', '[`src/b.test.ts` › holds](../src/b.test.ts)', 'there is no'],
    ['a file without tests', '[`src/a.ts` › is no test](../src/a.ts)', 'is no test file'],
    ['another place than it says', '[`src/a.test.ts` › holds (so) [far]](../a.test.ts)', 'leads to a.test.ts'],
  ])('is found: %s', (_name, markdown, because) => {
    expect(broken(markdown)).toEqual([expect.stringContaining(because)]);
  });
});
