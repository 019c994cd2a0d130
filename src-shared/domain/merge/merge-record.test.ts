import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRecord, type MergeVersion } from './merge-record.ts';

const textFields = (): ReadonlySet<string> => new Set(['body']);

function version(hlc: string, bases: readonly string[], more: Partial<MergeVersion> = {}): MergeVersion {
  return { hlc, bases, type: 'entry', deleted: false, fields: { body: hlc }, extras: {}, ...more };
}

describe('mergeRecord', () => {
  it('is the version that all others lead to', () => {
    const merged = mergeRecord([version('1', []), version('2', ['1']), version('3', ['2'])], textFields);
    expect(merged).toMatchObject({ heads: ['3'], fields: { body: '3' }, conflicts: [], overruledDeletions: [] });
  });

  it('goes by what was written over what, where a clock was wrong', () => {
    expect(mergeRecord([version('9', []), version('3', ['9'])], textFields).heads).toEqual(['3']);
  });

  it('takes each field from whoever changed it, and from the later of two', () => {
    const base = version('1', [], { fields: { body: 'a', mood: 1, day: 'x', tags: ['a'] } });
    const one = version('2', ['1'], { fields: { body: 'a', mood: 2, day: 'y', tags: ['a', 'b'] } });
    const other = version('3', ['1'], { fields: { body: 'a', mood: 3, day: 'x' } });
    const merged = mergeRecord([base, one, other], textFields);
    // The tags were changed by one and taken away by the other: the later one stands.
    expect(merged).toMatchObject({ fields: { body: 'a', mood: 3, day: 'y' }, conflicts: [], heads: ['2', '3'] });
    expect(merged.fields).not.toHaveProperty('tags');
  });

  it('merges texts by words, and names the version whose words lost', () => {
    const base = version('1', [], { fields: { body: 'tea with Anna' } });
    const one = version('2', ['1'], { fields: { body: 'tea with Ben' } });
    const other = version('3', ['1'], { fields: { body: 'tea with Clara' } });
    expect(mergeRecord([base, one, other], textFields)).toMatchObject({
      fields: { body: 'tea with Clara' },
      conflicts: ['2'],
    });
  });

  it('still names it when somebody has gone on from the merge', () => {
    const base = version('1', [], { fields: { body: 'tea with Anna' } });
    const one = version('2', ['1'], { fields: { body: 'tea with Ben' } });
    const other = version('3', ['1'], { fields: { body: 'tea with Clara' } });
    const further = version('4', ['2', '3'], { fields: { body: 'tea with Clara and Ben' } });
    expect(mergeRecord([base, one, other, further], textFields)).toMatchObject({ heads: ['4'], conflicts: ['2'] });
  });

  it('lets an edit beat a deletion, and notes the deletion', () => {
    const versions = [
      version('1', []),
      version('2', ['1'], { deleted: true, fields: { body: '1' } }),
      version('3', ['1'], { fields: { body: 'changed' } }),
    ];
    expect(mergeRecord(versions, textFields)).toMatchObject({
      deleted: false,
      fields: { body: 'changed' },
      overruledDeletions: ['2'],
    });
    const both = [version('1', []), version('2', ['1'], { deleted: true }), version('3', ['1'], { deleted: true })];
    expect(mergeRecord(both, textFields)).toMatchObject({ deleted: true, overruledDeletions: [] });
  });

  it('shows the later of two that have nothing in common, and keeps the other', () => {
    const merged = mergeRecord(
      [version('1', [], { fields: { body: 'a', mood: 1 } }), version('2', ['missing'], { fields: { body: 'b' } })],
      textFields,
    );
    expect(merged).toMatchObject({ fields: { body: 'b', mood: 1 }, conflicts: ['1'] });
  });

  it('merges what a newer app has written beside the fields', () => {
    const merged = mergeRecord(
      [
        version('1', [], { extras: { colour: 'red' } }),
        version('2', ['1'], { extras: { colour: 'blue' } }),
        version('3', ['1'], { extras: { colour: 'red', shape: 'round' } }),
      ],
      textFields,
    );
    expect(merged.extras).toEqual({ colour: 'blue', shape: 'round' });
  });

  it('comes to an end with long histories, many heads, and circles that only damage can make', () => {
    const chain = Array.from({ length: 100_000 }, (_, index) =>
      version(String(index).padStart(6, '0'), index === 0 ? [] : [String(index - 1).padStart(6, '0')]),
    );
    expect(mergeRecord(chain, textFields).heads).toEqual(['099999']);
    const fan = [
      version('0', []),
      ...Array.from({ length: 200 }, (_, index) => version(`1${String(index).padStart(3, '0')}`, ['0'])),
    ];
    expect(mergeRecord(fan, textFields).heads).toHaveLength(200);
    expect(mergeRecord([version('1', ['2']), version('2', ['1'])], textFields).heads).toEqual(['2']);
    expect(() => mergeRecord([], textFields)).toThrow(/without versions/);
  });

  /**
   * A history as devices make them: each version is based on what some device had seen, one or several versions, and adds a word of its own, changes a
   * field or deletes.
   */
  const history = fc
    .array(
      fc.record({
        seen: fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 }),
        what: fc.constantFrom('append', 'prepend', 'mood', 'delete'),
        clock: fc.nat(20),
      }),
      { minLength: 1, maxLength: 14 },
    )
    .map((steps) => {
      const versions: MergeVersion[] = [];
      for (const [index, { seen, what, clock }] of steps.entries()) {
        const before = versions.length === 0 ? [] : [...new Set(seen.map((each) => each % versions.length))];
        const known = before.map((each) => versions[each]!);
        const ancestors = closure(versions, known);
        const state = ancestors.length === 0 ? null : mergeRecord(ancestors, textFields);
        const body = typeof state?.fields['body'] === 'string' ? state.fields['body'] : 'begun';
        const marker = `w${index}!`;
        versions.push({
          // Clocks that go wrong: a later version may bear an earlier stamp.
          hlc: `${String(Math.max(0, index - clock)).padStart(3, '0')}-${String(index).padStart(3, '0')}`,
          bases: state?.heads ?? [],
          type: 'entry',
          deleted: what === 'delete',
          fields: {
            ...state?.fields,
            body: what === 'append' ? `${body}\n${marker}` : what === 'prepend' ? `${marker} ${body}` : body,
            ...(what === 'mood' ? { mood: index } : {}),
          },
          extras: {},
        });
      }
      return versions;
    });

  function closure(versions: readonly MergeVersion[], from: readonly MergeVersion[]): MergeVersion[] {
    const byStamp = new Map(versions.map((each) => [each.hlc, each]));
    const found = new Set<MergeVersion>();
    const left = [...from];
    for (let each = left.pop(); each !== undefined; each = left.pop()) {
      if (found.has(each)) continue;
      found.add(each);
      left.push(...each.bases.map((base) => byStamp.get(base)).filter((base) => base !== undefined));
    }
    return [...found];
  }

  it('does not depend on the order, the grouping or the number of arrivals', () => {
    fc.assert(
      fc.property(
        history.chain((versions) =>
          fc.tuple(
            fc.constant(versions),
            fc.shuffledSubarray(versions, { minLength: versions.length }),
            fc.array(fc.nat(versions.length - 1), { maxLength: 8 }),
          ),
        ),
        ([versions, shuffled, again]) => {
          const once = JSON.stringify(mergeRecord(versions, textFields));
          expect(JSON.stringify(mergeRecord(shuffled, textFields))).toBe(once);
          const repeated = [...shuffled, ...again.map((index) => versions[index]!)];
          expect(JSON.stringify(mergeRecord(repeated, textFields))).toBe(once);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('drops nothing: every word that was added is in the text or in a version that is named', () => {
    fc.assert(
      fc.property(history, (versions) => {
        const merged = mergeRecord(versions, textFields);
        const text = String(merged.fields['body']);
        const kept = versions.filter((each) => merged.conflicts.includes(each.hlc));
        const named = closure(versions, kept).map((each) => String(each.fields['body']));
        for (const index of versions.keys()) {
          const marker = `w${index}!`;
          if (!versions.some((each) => String(each.fields['body']).includes(marker))) continue;
          expect([text, ...named].some((each) => each.includes(marker))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is deleted only where nobody has written on', () => {
    fc.assert(
      fc.property(history, (versions) => {
        const merged = mergeRecord(versions, textFields);
        const heads = versions.filter((each) => merged.heads.includes(each.hlc));
        expect(merged.deleted).toBe(heads.every((head) => head.deleted));
      }),
    );
  });
});
