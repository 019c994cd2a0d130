import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { entriesContract } from '../../../src-shared/contract/entries.ts';
import { idFromText } from '../../vault/record-id.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { value } from '../../testing/test-app.ts';
import { habitDraft, habitsOf } from '../habits/testing.ts';
import { entriesHandlers } from './handlers.ts';
import { eraseOldTrash } from './trash.ts';

let test: TestVault;
let entries: ReturnType<typeof entriesHandlers>;

beforeEach(async () => {
  test = await openTestVault('2026-11-22T08:14:00Z');
  entries = entriesHandlers(test.vault);
});
afterEach(() => test.remove());

async function write(body: string, day = '2026-11-22'): Promise<string> {
  const id = randomUUID();
  value(await entries['entries.write']({ id, day, body }));
  return id;
}

async function search(query: string, limit = 50): Promise<string[]> {
  return value(await entries['entries.search']({ query, limit })).hits.map((hit) => hit.id);
}

describe('entries.calendar and entries.memories', () => {
  it('say what each day holds, and what it reminds of', async () => {
    const put = async (day: string, body: string, mood: number | null = null): Promise<string> => {
      const id = randomUUID();
      value(await entries['entries.write']({ id, day, body, mood }));
      return id;
    };
    await put('2026-11-21', 'one', 4);
    await put('2026-11-21', 'two', 5);
    await put('2026-11-21', 'three');
    await put('2026-11-15', 'a week ago');
    await put('2025-11-22', 'last year', 2);
    const gone = await put('2024-11-22', 'thrown away', 1);
    value(await entries['entries.remove']({ ids: [gone] }));
    const calendar = value(await entries['entries.calendar']({ from: '2025-11-22', to: '2026-11-21' }));
    expect(calendar.days).toEqual([
      { day: '2025-11-22', entries: 1, mood: 2 },
      { day: '2026-11-15', entries: 1, mood: null },
      { day: '2026-11-21', entries: 3, mood: 4.5 },
    ]);
    const { days } = value(await entries['entries.memories']({ day: '2026-11-22' }));
    expect(days.map((each) => [each.day, each.unit, each.count, each.entries.map(({ excerpt }) => excerpt)])).toEqual([
      ['2026-11-15', 'week', 1, ['a week ago']],
      ['2025-11-22', 'year', 1, ['last year']],
    ]);
  });

  it('are empty in an empty journal', async () => {
    expect(value(await entries['entries.memories']({ day: '2026-11-22' })).days).toEqual([]);
    expect(value(await entries['entries.calendar']({ from: '2026-01-01', to: '2026-12-31' })).days).toEqual([]);
  });
});

describe('entries.write', () => {
  it('begins an entry with the clock and the zone, and keeps both when it is changed elsewhere and later', async () => {
    const id = randomUUID();
    const begun = value(await entries['entries.write']({ id, day: '2026-11-22', body: 'one' }));
    expect(begun).toMatchObject({ createdAt: '2026-11-22T08:14:00.000Z', zone: 'Europe/Vienna', mood: null });
    test.clock.advance(3_600_000);
    test.clock.zoneName = 'Asia/Tokyo';
    const changed = value(await entries['entries.write']({ id, day: '2026-11-22', mood: 4 }));
    expect(changed).toMatchObject({
      createdAt: begun.createdAt,
      zone: 'Europe/Vienna',
      body: 'one',
      mood: 4,
      updatedAt: '2026-11-22T09:14:00.000Z',
    });
  });

  it('takes a quick mood without text', async () => {
    const entry = value(await entries['entries.write']({ id: randomUUID(), day: '2026-11-22', mood: 2 }));
    expect(entry).toMatchObject({ body: '', mood: 2 });
  });

  it('gives any text back as it was written', async () => {
    const id = randomUUID();
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constant('before\0behind'),
      fc.constant('\uFEFFmark'),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (body) => {
        expect(value(await entries['entries.write']({ id, day: '2026-11-22', body })).body).toBe(body);
      }),
      { numRuns: 80 },
    );
  });

  it('answers what its schema says', async () => {
    const entry = value(await entries['entries.write']({ id: randomUUID(), day: '2026-11-22', body: 'x #y' }));
    expect(entriesContract['entries.write'].output.parse(entry)).toEqual(entry);
  });
});

describe('entries.search', () => {
  it('finds all words, wherever they stand in others, without regard to case and diacritics, newest first', async () => {
    const old = await write('Müde vom Weg über den Fluss', '2024-03-01');
    const recent = await write('Der Fluss war gefroren, ich war müde', '2026-01-05');
    await write('Nothing of that', '2026-01-06');
    expect(await search('mude fluss')).toEqual([recent, old]);
    expect(await search('FLU')).toEqual([recent, old]);
    expect(await search('luss mude ')).toEqual([recent, old]);
    expect(await search('flussig mude')).toEqual([]);
    expect(await search('gefroren müd')).toEqual([recent]);
  });

  it('finds tags, with and without the sign', async () => {
    const id = await write('Leeks again #garden');
    expect(await search('#garden')).toEqual([id]);
    expect(await search('gard')).toEqual([id]);
  });

  it('takes what stands together for one thing, and finds signs and scripts that the index has no words for', async () => {
    const own = await write("It's the e-mail at 12:30 😀", '2026-01-01');
    const weather = await write('今天天气很好', '2026-01-02');
    await write('It snows. The mail came at 12, e 30 of them.', '2026-01-03');
    expect(await search("it's")).toEqual([own]);
    expect(await search('e-mail')).toEqual([own]);
    expect(await search('12:30')).toEqual([own]);
    expect(await search('😀')).toEqual([own]);
    expect(await search('天气')).toEqual([weather]);
    expect(await search('天气 snow')).toEqual([]);
    expect(await search('the 😀')).toEqual([own]);
    const [hit] = value(await entries['entries.search']({ query: '天气', limit: 5 })).hits;
    expect(hit?.passage).toEqual([
      { text: '今天', match: false },
      { text: '天气', match: true },
      { text: '很好', match: false },
    ]);
  });

  it('marks the match in the passage', async () => {
    await write('We stood there longer than the work needed, watching the light come over the railway line.');
    const [hit] = value(await entries['entries.search']({ query: 'railw', limit: 5 })).hits;
    expect(hit?.passage.filter((run) => run.match).map((run) => run.text)).toEqual(['railw']);
    expect(hit?.passage.map((run) => run.text).join('')).toContain('the railway line.');
  });

  it('finds the parts of compound words, and words of two signs of a script without spaces', async () => {
    const station = await write('Am Hauptbahnhof gewartet', '2026-02-01');
    const garden = await write('庭で日記を書いた。한국어', '2026-02-02');
    expect(await search('bahnhof')).toEqual([station]);
    expect(await search('日記')).toEqual([garden]);
    expect(await search('국어')).toEqual([garden]);
    expect(await search('日')).toEqual([garden]);
    expect(await search('日庭')).toEqual([]);
    expect(await search('ha')).toEqual([station]);
    expect(await search('au')).toEqual([]);
  });

  it('takes phrases, and leaves out what is excluded', async () => {
    const one = await write('green tea in the garden', '2026-02-01');
    const other = await write('tea, and the green of the garden', '2026-02-02');
    expect(await search('green tea')).toEqual([other, one]);
    expect(await search('"green tea"')).toEqual([one]);
    expect(await search('tea -"green tea"')).toEqual([other]);
    expect(await search('-an')).toEqual([one]);
    expect(await search('-tea')).toEqual([]);
  });

  it('filters by tag, mood, star, photo, and day', async () => {
    const add = async (day: string, fields: Record<string, unknown>): Promise<string> => {
      const id = randomUUID();
      value(await entries['entries.write']({ id, day, body: 'text', ...fields }));
      return id;
    };
    const sea = await add('2025-12-31', { tags: ['sea'], mood: 2 });
    const season = await add('2026-01-01', { tags: ['season'], mood: 4, starred: true });
    const photo = await add('2026-01-31', { body: 'text ![A view](attachment:0f)', mood: 5 });
    const garden = await add('2026-03-05', { body: 'text #River_Walk' });
    expect(await search('tag:sea')).toEqual([sea]);
    expect(await search('tag:#river_walk')).toEqual([garden]);
    expect(await search('text -tag:sea -tag:season')).toEqual([garden, photo]);
    expect(await search('mood:4')).toEqual([season]);
    expect(await search('mood:4-5')).toEqual([photo, season]);
    expect(await search('-mood:1-5')).toEqual([garden]);
    expect(await search('is:starred')).toEqual([season]);
    expect(await search('has:photo text')).toEqual([photo]);
    expect(await search('on:2026-01')).toEqual([photo, season]);
    expect(await search('before:2026')).toEqual([sea]);
    expect(await search('after:2026-01')).toEqual([garden]);
    expect(await search('after:2025 before:2026-01-31')).toEqual([season]);
    expect(await search('on:2026-01-01 mood:2')).toEqual([]);
  });

  it('filters by a habit that was done on the day', async () => {
    const habits = habitsOf(test.vault);
    const id = randomUUID();
    value(await habits['habits.create'](habitDraft({ id, name: 'Évening walk', startDay: '2026-11-01' })));
    value(await habits['habits.check-in']({ habitId: id, day: '2026-11-20', mark: { type: 'done' } }));
    const walked = await write('a good day', '2026-11-20');
    const rested = await write('a good day', '2026-11-21');
    expect(await search('good habit:"evening walk"')).toEqual([walked]);
    expect(await search('good -habit:eve')).toEqual([rested]);
    expect(await search('good habit:swim')).toEqual([]);
  });

  it('lists the days in their order, whatever order they were written in, and after a change of the day', async () => {
    const days = ['2026-05-02', '1969-12-31', '2031-01-01', '2026-05-01', '0004-02-29', '9999-12-31'];
    const ids = new Map<string, string>();
    for (const day of days) ids.set(day, await write('everywhere', day));
    const inOrder = days
      .toSorted()
      .toReversed()
      .map((day) => ids.get(day));
    expect(await search('everywhere')).toEqual(inOrder);
    value(await entries['entries.write']({ id: ids.get('9999-12-31')!, day: '0001-01-01' }));
    expect(await search('everywhere')).toEqual([...inOrder.slice(1), inOrder[0]]);
  });

  it('finds the new text and not the old one, and nothing in the trash', async () => {
    const id = await write('frost');
    value(await entries['entries.write']({ id, day: '2026-11-22', body: 'thaw' }));
    expect([await search('frost'), await search('thaw')]).toEqual([[], [id]]);
    value(await entries['entries.remove']({ ids: [id] }));
    expect(await search('thaw')).toEqual([]);
    value(await entries['entries.restore']({ ids: [id] }));
    expect(await search('thaw')).toEqual([id]);
  });

  it('counts all that fit, also beyond the limit', async () => {
    for (let i = 0; i < 5; i += 1) await write(`leek ${i}`);
    expect(value(await entries['entries.search']({ query: 'leek', limit: 2 }))).toMatchObject({
      total: 5,
      isMore: false,
    });
    const first = await entries['entries.search']({ query: 'leek', limit: 2, isCounted: false });
    expect(value(first)).toMatchObject({ total: 2, isMore: true });
    const all = await entries['entries.search']({ query: 'leek', limit: 6, isCounted: false });
    expect(value(all)).toMatchObject({ total: 5, isMore: false });
  });

  it('takes anything somebody may type', async () => {
    await write('First frost');
    for (const query of ['"', '*', 'NEAR(', 'body:', '-', '^', 'a AND', '((', "'", ' ', '#', '""*']) {
      expect([query, (await entries['entries.search']({ query, limit: 5 })).ok]).toEqual([query, true]);
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (query) => {
        expect((await entries['entries.search']({ query, limit: 5 })).ok).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

it('lists the earlier texts of an entry, one a sitting, without those that changed something else', async () => {
  const id = await write('one');
  const day = '2026-11-22';
  test.clock.advance(60_000);
  value(await entries['entries.write']({ id, day, body: 'one and more' }));
  test.clock.advance(3_600_000);
  value(await entries['entries.write']({ id, day, mood: 3 }));
  test.clock.advance(3_600_000);
  value(await entries['entries.write']({ id, day, body: 'two' }));
  test.clock.advance(3_600_000);
  value(await entries['entries.write']({ id, day, body: 'three words now' }));
  const { revisions } = value(await entries['entries.history']({ id }));
  expect(revisions.map(({ body, words, writtenAt }) => [body, words, writtenAt])).toEqual([
    ['three words now', 3, '2026-11-22T11:15:00.000Z'],
    ['two', 1, '2026-11-22T10:15:00.000Z'],
    ['one and more', 3, '2026-11-22T08:15:00.000Z'],
  ]);
});

it('counts tags, whatever their case', async () => {
  await write('one #Garden');
  await write('two #garden #sea');
  const gone = await write('three #sea');
  value(await entries['entries.remove']({ ids: [gone] }));
  expect(value(await entries['entries.tags']({})).tags).toEqual([
    { name: 'Garden', entries: 2 },
    { name: 'sea', entries: 1 },
  ]);
});

it('answers what rooms ask for when they are entered from indexes, without reading through the texts', async () => {
  const plan = async (sql: string): Promise<string> =>
    (await test.vault.read.all(`EXPLAIN QUERY PLAN ${sql}`)).map(({ detail }) => String(detail)).join('; ');
  await write('one #garden');
  expect(
    await plan(`SELECT day, count(*), avg(mood) FROM entry WHERE deleted = 0 AND day BETWEEN 'a' AND 'b' GROUP BY day`),
  ).toContain('USING COVERING INDEX entry_by_day');
  const asked: string[] = [];
  const { read } = test.vault;
  const all = vi.spyOn(read, 'first').mockImplementation(async (sql, ...args) => {
    asked.push(sql);
    return (await read.all(sql, ...args))[0];
  });
  value(await entries['entries.tags']({}));
  all.mockRestore();
  expect(await plan(asked[0]!)).toContain('SCAN entry USING COVERING INDEX entry_tagged');
});

describe('entries.timeline', () => {
  it('goes back day by day, without a gap and without a repetition', async () => {
    const days = ['2026-11-22', '2026-11-20', '2026-11-20', '2025-12-31', '2020-02-29', '2019-01-01'];
    for (const day of days) await write(`on ${day}`, day);
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page: Awaited<ReturnType<(typeof entries)['entries.timeline']>> = await entries['entries.timeline']({
        before,
        limit: 2,
      });
      const { days: shown, next, total } = value(page);
      expect(total).toBe(6);
      seen.push(...shown.flatMap((each) => each.entries.map((entry) => entry.day)));
      before = next;
    } while (before !== null);
    expect(seen).toEqual(days);
  });

  it('ends a page early where days hold many entries, and loses none of them', async () => {
    const planned = ['2026-11-20', '2026-11-21', '2026-11-22'].flatMap((day) =>
      Array.from({ length: 300 }, () => ({
        id: idFromText(randomUUID()),
        type: 'entry',
        fields: { day, createdAt: Date.parse(`${day}T08:00:00Z`), zone: 'UTC', body: day, mood: null },
      })),
    );
    await test.vault.commit(planned);
    const first = value(await entries['entries.timeline']({ before: null, limit: 40 }));
    expect(first.days.map(({ day, entries: held }) => [day, held.length])).toEqual([
      ['2026-11-22', 300],
      ['2026-11-21', 300],
    ]);
    const rest = value(await entries['entries.timeline']({ before: first.next, limit: 40 }));
    expect([rest.days.map(({ entries: held }) => held.length), rest.next]).toEqual([[300], null]);
  });

  it('shows the beginning as plain text', async () => {
    await write('# A day\n\nWith **bold** words, [a link](https://example.org) and\n\n- a list\n\n```\ncode\n```');
    const [day] = value(await entries['entries.timeline']({ before: null, limit: 5 })).days;
    expect(day?.entries[0]?.excerpt).toBe('A day With bold words, a link and a list code');
  });

  it('cuts long beginnings at a word', async () => {
    await write('word '.repeat(200));
    const [day] = value(await entries['entries.timeline']({ before: null, limit: 5 })).days;
    expect(day?.entries[0]?.excerpt).toMatch(/^(word ){54}word…$/);
  });
});

describe('entries.trash', () => {
  it('shows what was thrown away, the latest first, until it is taken out again', async () => {
    const first = await write('first');
    const second = await write('second');
    value(await entries['entries.remove']({ ids: [second] }));
    test.clock.advance(1000);
    value(await entries['entries.remove']({ ids: [first] }));
    const trash = async () => value(await entries['entries.trash']({})).entries.map((entry) => entry.excerpt);
    expect(await trash()).toEqual(['first', 'second']);
    value(await entries['entries.restore']({ ids: [first] }));
    expect(await trash()).toEqual(['second']);
  });
});

describe('entries.remove', () => {
  it('says not-found for an entry that is not there, and then removes none', async () => {
    const id = await write('stays');
    await expect(entries['entries.remove']({ ids: [id, randomUUID()] })).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
    expect(value(await entries['entries.trash']({})).total).toBe(0);
  });

  it('takes many at once, and gives them back at once', async () => {
    const ids = [await write('one frost'), await write('two frost'), await write('three')];
    value(await entries['entries.remove']({ ids: [...ids, ids[0]!.toUpperCase()] }));
    expect(value(await entries['entries.trash']({})).total).toBe(3);
    expect(await search('frost')).toEqual([]);
    value(await entries['entries.restore']({ ids }));
    expect(await search('frost')).toHaveLength(2);
    expect(value(await entries['entries.trash']({})).total).toBe(0);
  });
});

describe('erasing', () => {
  const later = 3_600_000;

  it('takes what lies in the trash, with all its versions, and nothing else', async () => {
    const [thrownAway, kept] = [await write('old words of frost'), await write('frost stays')];
    test.clock.advance(later);
    value(await entries['entries.write']({ id: thrownAway, day: '2026-11-22', body: 'new words' }));
    value(await entries['entries.remove']({ ids: [thrownAway] }));
    expect(value(await entries['entries.erase']({ ids: [thrownAway, kept, randomUUID()] }))).toEqual({ erased: 1 });
    expect(value(await entries['entries.trash']({})).total).toBe(0);
    expect(await search('frost')).toEqual([kept]);
    expect(await test.vault.history(idFromText(thrownAway))).toHaveLength(1);
    await expect(entries['entries.restore']({ ids: [thrownAway] })).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
    await expect(entries['entries.get']({ id: thrownAway })).rejects.toMatchObject({ error: { code: 'not-found' } });
    // After the projections were made anew it is gone all the same.
    await test.vault.rebuildProjections();
    expect(value(await entries['entries.trash']({})).total).toBe(0);
  });

  it('leaves a place where one may begin again', async () => {
    const id = await write('before');
    value(await entries['entries.remove']({ ids: [id] }));
    value(await entries['entries.erase']({ ids: [id] }));
    test.clock.advance(later);
    const entry = value(await entries['entries.write']({ id, day: '2026-11-23', body: 'after' }));
    expect(entry).toMatchObject({ body: 'after', mood: null, createdAt: '2026-11-22T09:14:00.000Z' });
    expect(await search('after')).toEqual([id]);
    expect(await search('before')).toEqual([]);
  });

  it('empties the trash as it was when the person said so, in parts', async () => {
    const ids = [];
    for (let index = 0; index < 5; index += 1) ids.push(await write(`entry ${index}`));
    value(await entries['entries.remove']({ ids }));
    const removedUpTo = new Date(test.clock.now()).toISOString();
    test.clock.advance(1);
    const late = await write('later');
    value(await entries['entries.remove']({ ids: [late] }));
    expect(value(await entries['entries.empty-trash']({ removedUpTo, limit: 3 }))).toEqual({ erased: 3, left: 2 });
    expect(value(await entries['entries.empty-trash']({ removedUpTo, limit: 3 }))).toEqual({ erased: 2, left: 0 });
    expect(value(await entries['entries.trash']({})).entries.map(({ id }) => id)).toEqual([late]);
  });

  it('comes by itself after thirty days of use, and not with a clock that jumps', async () => {
    const id = await write('thrown away');
    value(await entries['entries.remove']({ ids: [id] }));
    expect(await eraseOldTrash(test.vault, 50)).toBe(0);
    test.clock.advance(60 * 86_400_000);
    expect(await eraseOldTrash(test.vault, 50)).toBe(0);
    test.clock.advance(-60 * 86_400_000);
    for (let day = 0; day < 28; day += 1) {
      test.clock.advance(86_400_000);
      expect(await eraseOldTrash(test.vault, 50)).toBe(0);
    }
    test.clock.advance(2 * 86_400_000);
    expect(await eraseOldTrash(test.vault, 50)).toBe(1);
    expect(value(await entries['entries.trash']({})).total).toBe(0);
  });

  it('is not undone by half: a change to what was on a screen meanwhile says so, and begins anew with all of it', async () => {
    const id = await write('all of it');
    const { revision } = value(await entries['entries.get']({ id }));
    value(await entries['entries.remove']({ ids: [id] }));
    value(await entries['entries.erase']({ ids: [id] }));
    const change = { id, day: '2026-11-22', mood: 4 };
    await expect(entries['entries.write']({ ...change, base: revision })).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
    expect(value(await entries['entries.write']({ ...change, body: 'all of it' }))).toMatchObject({
      body: 'all of it',
      mood: 4,
    });
  });

  it('keeps nothing else from coming back', async () => {
    const ids = [await write('one'), await write('two'), await write('three')];
    value(await entries['entries.remove']({ ids }));
    value(await entries['entries.erase']({ ids: [ids[1]!] }));
    expect(value(await entries['entries.restore']({ ids }))).toEqual({ restored: 2 });
    await expect(entries['entries.restore']({ ids: [ids[1]!] })).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
  });
});
