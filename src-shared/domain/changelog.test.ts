import { describe, expect, it } from 'vitest';
import { notesBetween, readChangelog } from './changelog.ts';

const TEXT = `# Changelog

What changed.

## 0.3.0 (unreleased)

- Third.

## 0.2.0 (2026-12-01)

- Second, a.
- Second, b.

## Something else

- Still second.

## 0.1.0 (2026-11-01)

- First.
`;

describe('a changelog', () => {
  it('shows nothing of what a translated line was made from', () => {
    const [release] = readChangelog('## 1.0.0 (unreleased)\n\n- Eins. <!-- 0123abcd -->\n- Zwei. <!-- 4567ef01 -->\n');
    expect(release?.notes).toBe('- Eins.\n- Zwei.');
  });

  it('is read by its releases', () => {
    expect(readChangelog(TEXT)).toEqual([
      { version: '0.3.0', day: null, notes: '- Third.' },
      {
        version: '0.2.0',
        day: '2026-12-01',
        notes: '- Second, a.\n- Second, b.\n\n## Something else\n\n- Still second.',
      },
      { version: '0.1.0', day: '2026-11-01', notes: '- First.' },
    ]);
    expect(readChangelog(TEXT.replaceAll('\n', '\r\n'))).toEqual(readChangelog(TEXT));
    expect(readChangelog('')).toEqual([]);
  });

  it('says what is new to somebody who skipped a version', () => {
    expect(notesBetween(TEXT, '0.1.0', '0.3.0')).toMatch(/^- Third\.\n\n- Second, a\./u);
    expect(notesBetween(TEXT, '0.2.0', '0.3.0')).toBe('- Third.');
    expect(notesBetween(TEXT, '0.1.0', '0.1.0')).toBe('');
    expect(notesBetween(TEXT, '0.3.0', '0.2.0')).toBe('');
  });
});
