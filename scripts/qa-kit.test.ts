import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FLAG_OPTIONS } from '../src-main/flags.ts';
import { WITHOUT_VALUE, WITH_VALUE } from '../src-main/electron/arguments.ts';
import { asksForElectron } from './electron-ready.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const page = read('docs/qa.md');

/** The rows of the table under a heading, each as its cells. */
function rowsUnder(heading: string): string[][] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(/^\| (`.*) \|$/gm)].map(([, row = '']) => row.split(' | '));
}

describe('docs/qa.md', () => {
  it('tells of exactly the flags that are read, with a value or without, and of what Electron reads', () => {
    const told = rowsUnder('Flags').map(([name = '', hosts]) => {
      const [, flag = '', value] = /^`--([a-z-]+)(?: ([A-Z]+))?`$/.exec(name) ?? [];
      return { flag, type: value === undefined ? 'boolean' : 'string', hosts };
    });
    const readInElectron = new Set([...WITH_VALUE, ...WITHOUT_VALUE]);
    const known = Object.entries(FLAG_OPTIONS).map(([flag, { type }]) => ({
      flag,
      type,
      hosts: readInElectron.has(`--${flag}`) ? 'both' : 'browser host',
    }));
    const byName = (left: { flag: string }, right: { flag: string }): number => left.flag.localeCompare(right.flag);
    expect(told.toSorted(byName)).toEqual(known.toSorted(byName));
  });

  it('tells of every variable of ours that anything reads', () => {
    const sources = ['src-main', 'src-shared', 'scripts', 'e2e', 'bench'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ts|mjs)$/.test(name))
        .map((name) => join(folder, name)),
    );
    sources.push('playwright.config.ts');
    const used = new Set(sources.flatMap((path) => read(path).match(/\bDAYGROVE_[A-Z0-9_]+\b/g) ?? []));
    const told = rowsUnder('Variables of the environment').flatMap(
      ([name = '']) => name.match(/DAYGROVE_[A-Z0-9_]+/g) ?? [],
    );
    expect(told.toSorted()).toEqual([...used].toSorted());
  });

  it('uses only scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const used = [...page.matchAll(/\bnpm (?:run )?([a-z][a-z0-9-]*)/g)].map(([, name = '']) => name);
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('shows a spec that stands as it is among the others', () => {
    const [, shown = ''] = /```ts\n(.*?)```/s.exec(page) ?? [];
    expect(shown).toContain("from '../fixtures.ts'");
    const [, title = ''] = /test\('(.*?)'/.exec(shown) ?? [];
    expect(read('e2e/specs/example.spec.ts').trim()).toBe(shown.trim());
    expect(title).not.toBe('');
  });
});

describe('the workflow of the specs in Electron', () => {
  interface Step {
    readonly run?: string;
    readonly uses?: string;
    readonly if?: string;
    readonly 'continue-on-error'?: boolean;
  }
  interface Workflow {
    readonly permissions: unknown;
    readonly jobs: Readonly<
      Record<
        string,
        {
          readonly steps: readonly Step[];
          readonly strategy: { readonly matrix: { readonly include: readonly { os: string; screen: string }[] } };
        }
      >
    >;
  }
  const workflow = parse(read('.github/workflows/e2e-electron.yml')) as Workflow;
  const { steps, strategy } = workflow.jobs['electron']!;
  const commands = steps.map(({ run }) => run ?? '');

  it('runs on the three systems, on Linux with a screen that nobody sees', () => {
    expect(strategy.matrix.include).toEqual([
      { os: 'ubuntu-latest', screen: 'xvfb-run -a' },
      { os: 'macos-latest', screen: '' },
      { os: 'windows-latest', screen: '' },
    ]);
  });

  it('fetches the binary before it asks for Electron by name, and takes nothing that was not run for passed', () => {
    const fetched = commands.findIndex((command) => command.includes('install-electron'));
    const asked = commands.findIndex((command) => asksForElectron(command.split(' ')));
    expect(fetched).toBeGreaterThan(-1);
    expect(asked).toBeGreaterThan(fetched);
    expect(steps[asked]?.if).toBeUndefined();
    expect(steps.filter((step) => step['continue-on-error'] !== undefined)).toEqual([]);
    expect(commands.join('\n')).not.toMatch(/DAYGROVE_EVIDENCE|--no-sandbox|--trace/);
  });

  it('may read the repository and nothing else', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });
});
