import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { legalName, UniqueNames } from './file-names.ts';

describe('a name', () => {
  it.each([
    ['The first frost', 'The first frost'],
    ['../../etc/passwd', 'etc passwd'],
    ['a: b? <c> | "d"', 'a b c d'],
    ['[[link]] #tag ^block 50%', 'link tag block 50'],
    ['CON', 'file CON'],
    ['com1.txt', 'file com1.txt'],
    ['console', 'console'],
    ['...', 'file'],
    ['', 'file'],
    ['ends with dots. . .', 'ends with dots'],
    ['cafe\u0301', 'caf\u00e9'],
    ['\u202Egnp.exe', 'gnp.exe'],
    ['a\uD800b', 'a b'],
    ['👩‍👩‍👧', '👩 👩 👧'],
  ])('%j is %j', (name, expected) => expect(legalName(name, 'file')).toBe(expected));

  it('is one on every system, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = legalName(text, 'file');
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}]/u);
        expect(name).not.toMatch(/^[. ]|[. ]$/u);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
        expect(name).toBe(name.normalize('NFC'));
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(190);
        expect(name).not.toBe('');
      }),
    );
  });

  it('is cut between signs', () => {
    expect(legalName('ä'.repeat(200), 'file', 9)).toBe('ä'.repeat(4));
    expect(legalName('🙂'.repeat(9), 'file', 9)).toBe('🙂🙂');
  });
});

describe('names in one folder', () => {
  it('differ where a system does not tell case or composition apart', () => {
    const names = new UniqueNames();
    expect(['Frost', 'frost', 'FROST', 'frost 2'].map((name) => names.take('a/', name, '.md'))).toEqual([
      'a/Frost.md',
      'a/frost 2.md',
      'a/FROST 3.md',
      'a/frost 2 2.md',
    ]);
    expect(names.take('b/', 'Frost', '.md')).toBe('b/Frost.md');
    expect(names.take('', 'Straße', '')).not.toBe(names.take('', 'STRASSE', ''));
  });

  it('never meet', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'A', 'a 2', 'A 3', 'ß', 'ss', 'é', 'e\u0301', 'É'), { maxLength: 40 }),
        (texts) => {
          const names = new UniqueNames();
          const taken = texts.map((text) => names.take('', legalName(text, 'file'), '.md'));
          expect(new Set(taken.map((name) => name.toUpperCase().toLowerCase())).size).toBe(texts.length);
        },
      ),
    );
  });
});
