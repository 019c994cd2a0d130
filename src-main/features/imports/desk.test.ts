import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportChoices } from '../../../src-shared/contract/imports.ts';
import type { WireItem } from '../../import-process/protocol.ts';
import { value } from '../../testing/test-app.ts';
import { deliver, openDevice, REPLICA, versionsOf } from '../../vault/testing/test-devices.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import type { Vault } from '../../vault/vault.ts';
import { attachmentsHandlers } from '../attachments/handlers.ts';
import { entriesHandlers } from '../entries/handlers.ts';
import { habitDraft, habitsOf } from '../habits/testing.ts';
import { ImportDesk } from './desk.ts';
import { batchId, NO_COUNTS, NO_PROBLEMS } from './records.ts';
import { checkInItem, entryItem, habitItem, mediaItems, TAKE_ALL } from './testing.ts';

const FILE: readonly WireItem[] = [
  habitItem({ key: '1|Meditate', name: 'Meditate', position: 0 }),
  habitItem({ key: '2|Meditate', name: 'Meditate', position: 1, colour: 'plum', group: 'Mind' }),
  checkInItem({ habitKey: '1|Meditate', day: '2020-01-01', note: 'on the train' }),
  checkInItem({ habitKey: '2|Meditate', day: '2020-01-01', mark: 'skipped' }),
  checkInItem({ habitKey: '2|Meditate', day: '2020-01-02' }),
  checkInItem({ habitKey: '2|Meditate', day: '2019-12-31', mark: null, note: 'ill' }),
  entryItem({ key: 'A1', tags: ['summer'], starred: true, title: 'An evening', location: 'Howth' }),
];
const FOUND = { entries: 1, habits: 2, checkIns: 4, media: 0, others: 0 };

let test: TestVault;
let desk: ImportDesk;
beforeEach(async () => {
  test = await openTestVault();
  desk = deskOf(test.vault);
});
afterEach(() => test.remove());

function deskOf(vault: Vault): ImportDesk {
  return new ImportDesk(vault, async () => '2026-11-22');
}

async function preview(...batches: readonly (readonly WireItem[])[]) {
  await desk.beginPreview('loop-backup');
  for (const items of batches) await desk.weigh(items);
  return desk.endPreview();
}

async function run(items: readonly WireItem[], choices: ImportChoices = TAKE_ALL, problems = NO_PROBLEMS) {
  const id = randomUUID();
  await desk.beginRun(id, 'loop-backup', choices);
  // A medium's bytes come only where they are wanted, as the import process does it.
  for (let at = 0; at < items.length;) {
    const media = items.findIndex((item, index) => index >= at && item.kind === 'media');
    const end = media === -1 ? items.length : media + 1;
    const wants = await desk.take(items.slice(at, end));
    at = end;
    while (!wants && (items[at]?.kind === 'media-piece' || items[at]?.kind === 'media-end')) at += 1;
  }
  return { id, ...(await desk.finishRun(problems)) };
}

async function takeBack(id: string, on: ImportDesk = desk) {
  for (;;) {
    const step = await on.takeBack(id, 'taken-back');
    if (step.left === 0) return step;
  }
}

const entriesOn = async (day: string) => value(await entriesHandlers(test.vault)['entries.on-day']({ day })).entries;

describe('an import', () => {
  it('brings everything once, keeps habits of the same name apart, and comes behind the habits that are there', async () => {
    const habits = habitsOf(test.vault);
    value(await habits['habits.create'](habitDraft({ id: randomUUID(), name: 'Mine', startDay: '2026-11-22' })));
    expect(await preview(FILE.slice(0, 3), FILE.slice(3))).toEqual({
      format: 'loop-backup',
      found: FOUND,
      fresh: FOUND,
      repeatedNames: 1,
      repeatedNameList: ['Meditate'],
      namesHere: [],
      firstDay: '2019-07-04',
      lastDay: '2020-01-02',
      journals: [],
      unlistedJournalEntries: 0,
      moods: [],
      unlistedMoodEntries: 0,
    });
    const { added, alreadyThere } = await run(FILE);
    expect([added, alreadyThere]).toEqual([FOUND, NO_COUNTS]);
    const shown = value(await habits['habits.overview']({ day: '2020-01-02' })).habits;
    expect(shown.map((each) => [each.habit.name, each.habit.colour, each.habit.group])).toEqual([
      ['Mine', 'leaf', ''],
      ['Meditate', 'leaf', ''],
      ['Meditate', 'plum', 'Mind'],
    ]);
    expect(shown[1]?.week.at(-2)).toMatchObject({ state: 'done', note: 'on the train' });
    expect(shown[2]?.week.slice(-2).map((day) => day.state)).toEqual(['skipped', 'done']);
    expect(shown[2]?.week.at(-3)).toMatchObject({ state: 'not-due', note: 'ill' });
    expect(await entriesOn('2019-07-04')).toMatchObject([
      {
        title: 'An evening',
        location: 'Howth',
        body: 'Late light.',
        tags: ['summer'],
        starred: true,
        zone: 'Europe/Dublin',
        createdAt: '2019-07-04T20:00:00.000Z',
        updatedAt: '2019-07-05T06:00:00.000Z',
      },
    ]);
  });

  it('names new habits that are called as one that is here, whatever their letters', async () => {
    const habits = habitsOf(test.vault);
    const draft = habitDraft({ id: randomUUID(), name: 'MEDITATE ', startDay: '2026-11-22' });
    value(await habits['habits.create'](draft));
    expect((await preview(FILE)).namesHere).toEqual(['Meditate']);
    await run(FILE);
    // It is the file's own now.
    expect((await preview(FILE)).namesHere).toEqual([]);
  });

  it('keeps what did not come over, of the journals that were chosen, and the days of what it added', async () => {
    const lost = { item: 'journal 1, entry 2, photo 1', reason: 'media-missing' as const, day: '2016-01-18' };
    const problems = {
      problems: [
        { ...lost, journal: 'Travel' },
        { ...lost, journal: 'Work' },
      ],
      problemTallies: [
        { reason: 'media-missing' as const, journal: 'Travel', count: 7 },
        { reason: 'media-missing' as const, journal: 'Work', count: 4 },
      ],
    };
    const kept = {
      problems: [problems.problems[0]],
      problemTallies: [{ reason: 'media-missing' as const, journal: null, count: 7 }],
    };
    const { id, ...report } = await run(FILE, { ...TAKE_ALL, withoutJournals: ['Work'] }, problems);
    expect(report).toMatchObject(kept);
    expect(await desk.problemsOf(id)).toEqual(kept);
    expect(await desk.list()).toMatchObject([
      { id, firstDay: '2019-07-04', lastDay: '2020-01-02', problemCount: 7, state: 'done' },
    ]);
    // An updated file is told from the first one by what it brought.
    const later = await run([...FILE, checkInItem({ habitKey: '2|Meditate', day: '2024-05-01' })]);
    const listed = (await desk.list()).find((past) => past.id === later.id);
    expect(listed).toMatchObject({ firstDay: '2024-05-01', lastDay: '2024-05-01', problemCount: 0 });
    await takeBack(id);
    expect(await desk.problemsOf(id)).toEqual(NO_PROBLEMS);
  });

  it('adds nothing the second time, not even what was changed, cleared or thrown away since', async () => {
    await run(FILE);
    const entries = entriesHandlers(test.vault);
    const habits = habitsOf(test.vault);
    const [entry] = await entriesOn('2019-07-04');
    value(await entries['entries.remove']({ ids: [entry!.id] }));
    value(await entries['entries.erase']({ ids: [entry!.id] }));
    const [meditate] = value(await habits['habits.list']({})).habits;
    value(await habits['habits.check-in']({ habitId: meditate!.id, day: '2020-01-01', mark: { type: 'clear' } }));
    expect((await preview(FILE)).fresh).toEqual(NO_COUNTS);
    const again = await run(FILE);
    expect([again.added, again.alreadyThere]).toEqual([NO_COUNTS, FOUND]);
    expect(await entriesOn('2019-07-04')).toEqual([]);
    // An import that added nothing is none.
    expect(await desk.list()).toHaveLength(1);
  });

  it('of a file that has grown adds what is new, and of what stands in it twice one', async () => {
    await run(FILE);
    const more = checkInItem({ habitKey: '1|Meditate', day: '2020-01-05' });
    expect((await run([...FILE, more, more])).added).toEqual({ ...NO_COUNTS, checkIns: 1 });
  });

  it('asks for journals and moods where it has to, and does what was chosen', async () => {
    const file = [
      entryItem({ key: '1', journal: 'Work', moodWord: 'meh' }),
      entryItem({ key: '2', journal: 'Private', moodWord: 'Happy' }),
      entryItem({ key: '3', journal: 'Private', moodWord: 'Happy', mood: 2 }),
      entryItem({ key: '4', moodWord: 'xyz' }),
    ];
    const { journals, moods } = await preview(file);
    expect(journals).toEqual([
      { name: 'Private', entries: 2, fresh: 2 },
      { name: 'Work', entries: 1, fresh: 1 },
    ]);
    expect(moods).toEqual([
      { word: 'meh', entries: 1, suggested: 3 },
      { word: 'Happy', entries: 1, suggested: 4 },
      { word: 'xyz', entries: 1, suggested: null },
    ]);
    const { added } = await run(file, {
      withoutJournals: ['Work'],
      journalAsTag: true,
      moods: [
        { word: 'Happy', mood: 5 },
        { word: 'xyz', mood: null },
      ],
    });
    expect(added.entries).toBe(3);
    const taken = await entriesOn('2019-07-04');
    expect(taken.map(({ mood, tags }) => [mood, tags]).toSorted((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
      [null, []],
      [2, ['Private']],
      [5, ['Private']],
    ]);
    // Another journal later.
    expect((await run(file, TAKE_ALL)).added.entries).toBe(1);
  });

  it('lists the largest of very many journals and moods, says what it does not list, and leaves out no journal that was not named', async () => {
    const file = Array.from({ length: 250 }, (_, number) =>
      entryItem({ key: String(number), journal: `Journal ${number}`, moodWord: `mood ${number}` }),
    );
    file.push(entryItem({ key: 'again', journal: 'Journal 249', moodWord: 'mood 249' }));
    const found = await preview(file);
    expect(found.journals).toHaveLength(200);
    expect(found.journals[0]).toEqual({ name: 'Journal 249', entries: 2, fresh: 2 });
    expect(found.unlistedJournalEntries).toBe(50);
    expect(found.moods).toHaveLength(100);
    expect(found.moods[0]).toEqual({ word: 'mood 249', entries: 2, suggested: null });
    expect(found.unlistedMoodEntries).toBe(150);
    const { added } = await run(file, { ...TAKE_ALL, withoutJournals: ['Journal 249'] });
    expect(added.entries).toBe(249);
  });

  it('brings pictures with their bytes and puts them where the text names them, once', async () => {
    const bytes = new Uint8Array(600_000).map((_, index) => index % 251);
    const file = [...mediaItems('abc', bytes), entryItem({ key: '1', body: 'See ![Photo](import:abc).' })];
    const { added } = await run(file);
    expect(added).toEqual({ ...NO_COUNTS, entries: 1, media: 1 });
    const [entry] = await entriesOn('2019-07-04');
    const id = /^See !\[Photo\]\(attachment:([\da-f-]{36})\)\.$/.exec(entry!.body)?.[1];
    const attachments = attachmentsHandlers(test.vault);
    expect(value(await attachments['attachments.get']({ id: id! })).attachment).toEqual({
      id,
      name: 'abc.jpg',
      type: 'image/jpeg',
      size: 600_000,
      width: 4,
      height: 3,
    });
    const pieces: Uint8Array[] = [];
    for (const index of [0, 1, 2]) pieces.push(value(await attachments['attachments.piece']({ id: id!, index })).bytes);
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
    expect((await run(file)).added).toEqual(NO_COUNTS);
  });

  it('brings no picture of a journal that stays out, nor of an entry that is here already', async () => {
    const file = [
      ...mediaItems('work', new Uint8Array(9).fill(1)),
      ...mediaItems('home', new Uint8Array(9).fill(2)),
      ...mediaItems('both', new Uint8Array(9).fill(3)),
      entryItem({ key: '1', journal: 'Work', body: '![](import:work) ![](import:both)' }),
      entryItem({ key: '2', journal: 'Home', body: '![](import:home) ![](import:both)' }),
    ];
    const look = file.filter(({ kind }) => kind === 'media' || kind === 'entry');
    expect((await preview(look)).fresh).toEqual({ ...NO_COUNTS, entries: 2, media: 3 });
    const home = { ...TAKE_ALL, withoutJournals: ['Work'] };
    expect((await run(file, home)).added).toEqual({ ...NO_COUNTS, entries: 1, media: 2 });
    expect((await preview(look)).fresh).toEqual({ ...NO_COUNTS, entries: 1, media: 1 });
    expect((await run(file, home)).added).toEqual(NO_COUNTS);
    expect((await run(file)).added).toEqual({ ...NO_COUNTS, entries: 1, media: 1 });
  });

  it('brings a picture late whose entry came before the import was cut off', async () => {
    const media = mediaItems('abc', new Uint8Array(9).fill(1));
    const file = [entryItem({ key: '1', body: '![](import:abc)' }), ...media];
    await desk.beginRun(randomUUID(), 'loop-backup', TAKE_ALL);
    await desk.take(file.slice(0, 1));
    desk = deskOf(test.vault);
    const look = file.filter(({ kind }) => kind === 'media' || kind === 'entry');
    expect((await preview(look)).fresh).toEqual({ ...NO_COUNTS, media: 1 });
    expect((await run(file)).added).toEqual({ ...NO_COUNTS, media: 1 });
  });

  it('knows the entries of our own Markdown, in the vault that they came from', async () => {
    const id = randomUUID();
    value(await entriesHandlers(test.vault)['entries.write']({ id, day: '2026-11-22', body: 'Here' }));
    const file = [entryItem({ key: id, body: 'Here' }), entryItem({ key: 'V/a.md' })];
    await desk.beginPreview('markdown');
    await desk.weigh(file);
    expect(desk.endPreview().fresh).toEqual({ ...NO_COUNTS, entries: 1 });
  });

  it('leaves nothing of a picture that broke in the middle', async () => {
    const before = await test.vault.versionCount();
    const { added } = await run(mediaItems('abc', new Uint8Array(600_000), false));
    expect(added).toEqual(NO_COUNTS);
    const left = [];
    for await (const { box } of test.vault.versions()) left.push(box.byteLength);
    expect(left.length).toBeGreaterThan(before);
    expect(Math.max(...left)).toBeLessThan(10_000);
  });
});

describe('taking an import back', () => {
  it('leaves the vault as it was, and the same file can be imported again', async () => {
    const bytes = new Uint8Array(300_000).fill(5);
    const file = [...FILE, ...mediaItems('abc', bytes), entryItem({ key: '9', body: '![](import:abc)' })];
    const { id, added } = await run(file);
    expect(await desk.list()).toMatchObject([{ id, format: 'loop-backup', state: 'done', added }]);
    test.clock.advance(60_000);
    const { takenBack, kept } = await takeBack(id);
    expect([takenBack, kept]).toEqual([added, NO_COUNTS]);
    expect(await entriesOn('2019-07-04')).toEqual([]);
    expect(value(await habitsOf(test.vault)['habits.list']({})).habits).toEqual([]);
    const rows = await test.vault.read.all('SELECT 1 FROM check_in UNION ALL SELECT 1 FROM attachment');
    expect(rows).toEqual([]);
    let boxes = 0;
    for await (const { box } of test.vault.versions()) boxes += box.byteLength;
    expect(boxes).toBeLessThan(30_000);
    expect(await desk.list()).toMatchObject([{ id, state: 'taken-back' }]);

    test.clock.advance(60_000);
    expect((await preview(file)).fresh).toEqual(added);
    const again = await run(file);
    expect(again.added).toEqual(added);
    expect(await entriesOn('2019-07-04')).toHaveLength(2);
    test.clock.advance(60_000);
    expect((await takeBack(again.id)).takenBack).toEqual(added);
    expect(await entriesOn('2019-07-04')).toEqual([]);
  });

  it('keeps what was changed since, and the habit that has something of the person’s own', async () => {
    const { id } = await run(FILE);
    test.clock.advance(60_000);
    const entries = entriesHandlers(test.vault);
    const habits = habitsOf(test.vault);
    const [entry] = await entriesOn('2019-07-04');
    value(await entries['entries.write']({ id: entry!.id, day: '2019-07-04', body: 'Late light, and a fox.' }));
    const [, second] = value(await habits['habits.list']({})).habits;
    value(await habits['habits.check-in']({ habitId: second!.id, day: '2026-11-21', mark: { type: 'done' } }));
    test.clock.advance(60_000);
    const { takenBack, kept } = await takeBack(id);
    expect(takenBack).toEqual({ ...NO_COUNTS, habits: 1, checkIns: 4 });
    expect(kept).toEqual({ ...NO_COUNTS, habits: 1, entries: 1 });
    expect((await entriesOn('2019-07-04')).map(({ body }) => body)).toEqual(['Late light, and a fox.']);
    const left = value(await habits['habits.list']({})).habits;
    expect(left.map((each) => each.id)).toEqual([second!.id]);
    // What stayed is not added a second time.
    expect((await preview(FILE)).fresh).toEqual({ ...NO_COUNTS, habits: 1, checkIns: 4 });
  });

  it('keeps a file that stands behind very many others in an entry of the person’s own', async () => {
    const { id } = await run([
      ...mediaItems('abc', new Uint8Array(9).fill(1)),
      entryItem({ key: '1', body: '![](import:abc)' }),
    ]);
    const [imported] = await entriesOn('2019-07-04');
    const others = Array.from({ length: 700 }, () => `![](attachment:${randomUUID()})`).join(' ');
    const body = `${others} ${imported!.body}`;
    value(await entriesHandlers(test.vault)['entries.write']({ id: randomUUID(), day: '2026-11-22', body }));
    const { takenBack, kept } = await takeBack(id);
    expect([takenBack.entries, takenBack.media, kept.media]).toEqual([1, 0, 1]);
  });

  it('leaves no note behind that comes back with the next check mark of the day', async () => {
    const { id } = await run([
      habitItem({ key: '1', name: 'Walk' }),
      checkInItem({ habitKey: '1', day: '2026-11-20', note: 'the imported note' }),
    ]);
    const habits = habitsOf(test.vault);
    const [walk] = value(await habits['habits.list']({})).habits;
    test.clock.advance(60_000);
    // Something of the person's own, so that the habit stays.
    value(await habits['habits.check-in']({ habitId: walk!.id, day: '2026-11-21', mark: { type: 'done' } }));
    await takeBack(id);
    test.clock.advance(60_000);
    value(await habits['habits.check-in']({ habitId: walk!.id, day: '2026-11-20', mark: { type: 'done' } }));
    const { days } = value(await habits['habits.days']({ id: walk!.id, from: '2026-11-20', to: '2026-11-20' }));
    expect(days[0]).toMatchObject({ state: 'done', note: null });
  });

  it('brings again what is gone where it was stopped half way and the file is imported once more', async () => {
    const [a, b] = [entryItem({ key: 'A' }), entryItem({ key: 'B' })];
    const id = randomUUID();
    await desk.beginRun(id, 'loop-backup', TAKE_ALL);
    await desk.take([a]);
    await desk.take([b]);
    await desk.finishRun(NO_PROBLEMS);
    await desk.takeBack(id, 'taken-back');
    desk = deskOf(test.vault);
    expect((await run([a, b])).added.entries).toBe(1);
    expect(await entriesOn('2019-07-04')).toHaveLength(2);
  });

  it('brings nothing back that the person erased after a later import', async () => {
    const items = [entryItem({ key: 'A' })];
    await takeBack((await run(items)).id);
    test.clock.advance(60_000);
    await run(items);
    const entries = entriesHandlers(test.vault);
    const [entry] = await entriesOn('2019-07-04');
    value(await entries['entries.remove']({ ids: [entry!.id] }));
    value(await entries['entries.erase']({ ids: [entry!.id] }));
    expect((await preview(items)).fresh.entries).toBe(0);
  });

  it('is not said to be done on a device where a part has not arrived', async () => {
    const other = await openDevice(join(test.folder, 'other.db'), test.keys, '2026-11-22T09:00:00Z');
    const id = randomUUID();
    await desk.beginRun(id, 'loop-backup', TAKE_ALL);
    await desk.take([entryItem({ key: 'A' })]);
    await desk.take([entryItem({ key: 'B' })]);
    await desk.finishRun(NO_PROBLEMS);
    const late = Buffer.from(batchId(test.vault, id, 1));
    const all = await versionsOf(test.vault);
    await other.vault.receive(
      all.filter((version) => !late.equals(version.id)),
      REPLICA,
      1,
    );
    const there = deskOf(other.vault);
    await takeBack(id, there);
    expect(await there.list()).toMatchObject([{ id, state: 'done' }]);
    await other.vault.receive(
      all.filter((version) => late.equals(version.id)),
      REPLICA,
      2,
    );
    await takeBack(id, there);
    expect(await there.list()).toMatchObject([{ id, state: 'taken-back' }]);
    expect(await other.vault.read.all('SELECT 1 FROM entry')).toEqual([]);
    await other.vault.close();
  });

  it('on another device ends the import that is still being written here', async () => {
    const other = await openDevice(join(test.folder, 'other.db'), test.keys, '2026-11-22T08:15:00Z');
    const id = randomUUID();
    await desk.beginRun(id, 'loop-backup', TAKE_ALL);
    await desk.take([entryItem({ key: 'A' })]);
    await deliver(test.vault, other.vault);
    await takeBack(id, deskOf(other.vault));
    await deliver(other.vault, test.vault);
    await expect(desk.take([entryItem({ key: 'B' })])).rejects.toMatchObject({ error: { code: 'cancelled' } });
    expect(await entriesOn('2019-07-04')).toEqual([]);
    expect(await desk.list()).toMatchObject([{ id, state: 'taken-back' }]);
    await other.vault.close();
  });

  it('goes on where it was cut off, of an import that was cut off as well', async () => {
    const id = randomUUID();
    await desk.beginRun(id, 'loop-backup', TAKE_ALL);
    await desk.take(FILE.slice(0, 4));
    const media = mediaItems('abc', new Uint8Array(600_000).fill(1));
    expect(await desk.take([...FILE.slice(4), media[0]!])).toBe(true);
    await desk.take(media.slice(1, 3));
    // The process ended here.
    await test.reopen();
    desk = deskOf(test.vault);
    expect(await desk.list()).toMatchObject([{ id, state: 'cut-off' }]);
    test.clock.advance(60_000);
    await desk.takeBack(id, 'taken-back');
    await test.reopen();
    desk = deskOf(test.vault);
    await takeBack(id);
    let boxes = 0;
    for await (const { box } of test.vault.versions()) boxes += box.byteLength;
    expect(boxes).toBeLessThan(30_000);
    expect(await entriesOn('2019-07-04')).toEqual([]);
    expect(value(await habitsOf(test.vault)['habits.list']({})).habits).toEqual([]);
    expect((await run([...FILE, ...media])).added).toEqual({ ...FOUND, media: 1 });
  });

  it('knows an import that another device is writing from one that was cut off', async () => {
    const id = randomUUID();
    await desk.beginRun(id, 'loop-backup', TAKE_ALL);
    await desk.take(FILE);
    const other = await openDevice(join(test.folder, 'other.db'), test.keys, '2026-11-22T08:15:00Z');
    await deliver(test.vault, other.vault);
    expect(await deskOf(other.vault).list()).toMatchObject([{ id, state: 'running' }]);
    other.clock.advance(60 * 60 * 1000);
    expect(await deskOf(other.vault).list()).toMatchObject([{ id, state: 'cut-off' }]);
    await other.vault.close();
  });

  it('can be done on another device', async () => {
    const { id, added } = await run(FILE);
    const other = await openDevice(join(test.folder, 'other.db'), test.keys);
    await deliver(test.vault, other.vault);
    expect((await takeBack(id, deskOf(other.vault))).takenBack).toEqual(added);
    await deliver(other.vault, test.vault);
    expect(await entriesOn('2019-07-04')).toEqual([]);
    expect(value(await habitsOf(test.vault)['habits.list']({})).habits).toEqual([]);
    expect(await desk.list()).toMatchObject([{ id, state: 'taken-back' }]);
    await other.vault.close();
  });
});

describe('a reader that was taken over', () => {
  it('can add, and change nothing that is there', async () => {
    const id = randomUUID();
    const entries = entriesHandlers(test.vault);
    value(await entries['entries.write']({ id, day: '2026-11-20', body: 'mine' }));
    const attachments = attachmentsHandlers(test.vault);
    const photo = randomUUID();
    value(await attachments['attachments.put-piece']({ id: photo, index: 0, bytes: new Uint8Array([1, 2, 3]) }));
    const described = { name: 'a', type: 'image/png', size: 3, width: 1, height: 1 };
    value(await attachments['attachments.finish']({ id: photo, ...described, thumbnail: null }));
    const medium = (key: string) => ({ key, ...described });
    const hostile: readonly (readonly WireItem[])[] = [
      [{ kind: 'media-end', key: id, media: medium(id) }],
      [{ kind: 'media-piece', key: photo, index: 0, bytes: new Uint8Array([9, 9, 9]) }],
      // Wanted is another one.
      [
        { kind: 'media', media: medium(randomUUID()) },
        { kind: 'media-piece', key: photo, index: 0, bytes: new Uint8Array([9]) },
      ],
      [{ kind: 'entry', entry: { key: 'a', body: 7 } } as unknown as WireItem],
      [{ kind: 'habit' } as unknown as WireItem],
    ];
    for (const items of hostile) {
      await desk.beginRun(randomUUID(), 'daygrove', TAKE_ALL);
      await expect(desk.take(items)).rejects.toMatchObject({ error: { code: 'import-damaged' } });
    }
    expect((await entriesOn('2026-11-20')).map(({ body }) => body)).toEqual(['mine']);
    expect(value(await attachments['attachments.piece']({ id: photo, index: 0 })).bytes).toEqual(
      new Uint8Array([1, 2, 3]),
    );
  });

  it('cannot leave pieces out, nor say another length', async () => {
    const [head, first, second, end] = mediaItems('abc', new Uint8Array(300_000));
    for (const items of [
      [head!, second!, end!],
      [head!, first!, end!],
      [head!, first!, first!, end!],
    ]) {
      await desk.beginRun(randomUUID(), 'loop-backup', TAKE_ALL);
      await expect(desk.take(items)).rejects.toMatchObject({ error: { code: 'import-damaged' } });
    }
  });
});
