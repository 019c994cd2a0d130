import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changelogLacks, checksumOf, pageLacks } from './german-documents.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the German of', () => {
  it('CHANGELOG.md is whole', () => {
    expect(changelogLacks(read('CHANGELOG.md'), read('CHANGELOG.de.md'))).toEqual([]);
  });

  it('docs/threat-model.md has the same headings, claims and tests, and was made from what stands there now', () => {
    expect(pageLacks(read('docs/threat-model.md'), read('docs/threat-model.de.md'))).toEqual([]);
  });
});

describe('a changelog', () => {
  const english = '# Changelog\n\n## 1.0.0 (unreleased)\n\n- One.\n- Two.\n';
  const line = (text: string, of: string): string => `- ${text} <!-- ${checksumOf(of)} -->\n`;
  const head = '# Was sich geändert hat\n\n## 1.0.0 (unreleased)\n\n';

  it('that has everything lacks nothing', () => {
    expect(changelogLacks(english, head + line('Eins.', 'One.') + line('Zwei.', 'Two.'))).toEqual([]);
  });

  it('says which line has no German, and what its German has to end in', () => {
    expect(changelogLacks(english, head + line('Zwei.', 'Two.'))).toEqual([
      `1.0.0 lacks the German of this line, to end in <!-- ${checksumOf('One.')} -->: One.`,
    ]);
  });

  it('says which line was changed', () => {
    const changed = changelogLacks(english, head + line('Eins.', 'Once.') + line('Zwei.', 'Two.'));
    expect(changed).toEqual([
      expect.stringContaining('lacks the German of this line'),
      expect.stringContaining('gone or was changed: - Eins.'),
    ]);
  });

  it.each([
    ['a line without a mark', `${head}- Eins.\n${line('Zwei.', 'Two.')}`, 'without its mark: - Eins.'],
    ['another order', head + line('Zwei.', 'Two.') + line('Eins.', 'One.'), 'another order'],
    ['no section', '# Was sich geändert hat\n', 'no German section “## 1.0.0 (unreleased)”'],
    [
      'a day that is another',
      head.replace('unreleased', '2026-12-01') + line('Eins.', 'One.') + line('Zwei.', 'Two.'),
      'no English section “## 1.0.0 (2026-12-01)”',
    ],
  ])('is not whole with %s', (_name, german, because) => {
    expect(changelogLacks(english, german).join('\n')).toContain(because);
  });
});

describe('a page', () => {
  const english = '# Page\n\nWords.\n\n## Safe\n\n- It holds.\n\n  Tests: [`a.test.ts` › holds](../a.test.ts)\n';
  const mark = (text: string): string => `<!-- ${checksumOf(text)} -->`;
  const german = `# Seite\n\n${mark('# Page\nWords.')}\n\nWorte.\n\n## Sicher\n\n${mark('## Safe\n- It holds.')}\n\n- Es hält.\n\n  Tests: [\`a.test.ts\` › holds](../a.test.ts)\n`;

  it('of the same structure lacks nothing', () => {
    expect(pageLacks(english, german)).toEqual([]);
  });

  it.each([
    ['a heading more', english, `${german}\n## Mehr\n`, '2 headings in English, and 3 in German'],
    ['a claim less', english, german.replace('- Es hält.', ''), '“## Safe” has [## - Tests:]'],
    ['another test', english, german.replace('../a.test.ts', '../b.test.ts'), 'have other links'],
    ['another title of a test', english, german.replace('› holds', '› hält'), 'other tests'],
    ['English that was changed', english.replace('It holds.', 'It breaks.'), german, 'read “## Sicher” again'],
  ])('does not pass with %s', (_name, one, other, because) => {
    expect(pageLacks(one, other).join('\n')).toContain(because);
  });
});
