import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../src-shared/domain/day.ts';
import { value } from '../../testing/test-app.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import type { Vault } from '../../vault/vault.ts';
import { attachmentsHandlers } from '../attachments/handlers.ts';
import { entriesHandlers } from '../entries/handlers.ts';
import { exportEstimateHandlers } from '../exports/estimate.ts';
import { VaultPages } from '../exports/vault-pages.ts';
import { VaultExportSource } from '../exports/vault-source.ts';
import { habitsOf } from '../habits/testing.ts';
import { statisticsHandlers } from '../statistics/handlers.ts';
import { SampleDesk } from './sample-desk.ts';
import type { SampleLanguage } from './sample-plan.ts';

const TODAY = '2026-11-22';
const TABLES = ['version', 'head', 'outbox', 'entry', 'habit', 'check_in', 'pause', 'attachment', 'erased'] as const;

let place: TestVault;
let desk: SampleDesk;
beforeEach(async () => {
  place = await openTestVault();
  desk = deskOf(place.vault);
});
afterEach(() => place.remove());

function deskOf(vault: Vault): SampleDesk {
  // As large as a stamp: drawing takes longer than all the rest.
  return new SampleDesk(vault, habitsOf(vault).preferences, { width: 60, height: 40 });
}

async function load(language: SampleLanguage = 'en'): Promise<void> {
  const { total } = await desk.begin(language);
  for (let done = 0; done < total;) ({ done } = await desk.step());
}

async function remove(keepChanged = true): Promise<void> {
  for (let step = { done: 0, total: 1 }; step.done < step.total;) step = await desk.removeStep(keepChanged);
}

async function rows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    counts[table] = Number((await place.vault.read.first(`SELECT count(*) AS n FROM ${table}`))?.n);
  }
  return counts;
}

async function entries() {
  const { days } = value(await entriesHandlers(place.vault)['entries.timeline']({ before: null, limit: 100 }));
  return days.flatMap((day) => day.entries);
}

async function write(body: string, id: string = randomUUID(), day = TODAY) {
  return value(await entriesHandlers(place.vault)['entries.write']({ id, day, body }));
}

async function shownPictures(): Promise<string[]> {
  const { items } = value(await attachmentsHandlers(place.vault)['attachments.list']({ after: null, limit: 10 }));
  return items.map(({ attachment }) => attachment.id);
}

async function sent(): Promise<number> {
  return (await place.vault.handOut(null, 2000, 1e9)).versions.length;
}

const habits = async () => value(await habitsOf(place.vault)['habits.list']({})).habits;
const trash = async () => value(await entriesHandlers(place.vault)['entries.trash']({})).entries;

describe('a sample journal', () => {
  it('leaves not one row behind, and counts nowhere', async () => {
    const before = await rows();
    await load();
    expect((await rows())['check_in']).toBeGreaterThan(150);
    await remove();
    expect(await rows()).toEqual(before);
    const asked = { from: addDays(TODAY, -800), to: TODAY, weekStart: 1 };
    const counted = value(await statisticsHandlers(place.vault)['statistics.writing'](asked));
    expect(JSON.stringify(counted)).not.toMatch(/"entries":[1-9]/);
    expect(await desk.state()).toEqual({ isHere: false, canLoad: true, changed: { entries: 0, habits: 0 } });
    const found = value(await entriesHandlers(place.vault)['entries.search']({ query: 'swans', limit: 10 }));
    expect(found.hits).toEqual([]);
  });

  it('is refused where something of the person’s is, and beside another', async () => {
    const mine = await write('Mine.');
    expect((await desk.state()).canLoad).toBe(false);
    await expect(desk.begin('en')).rejects.toMatchObject({ error: { code: 'invalid-input' } });
    value(await entriesHandlers(place.vault)['entries.remove']({ ids: [mine.id] }));
    await load();
    await expect(desk.begin('en')).rejects.toMatchObject({ error: { code: 'invalid-input' } });
  });

  it('is known for what it is when the tables are made again', async () => {
    await load();
    const known = await rows();
    await place.vault.rebuildProjections();
    expect(await rows()).toEqual(known);
    expect((await desk.state()).isHere).toBe(true);
    desk = deskOf(await place.reopen());
    await remove();
    expect(await rows()).toMatchObject({ version: 0, entry: 0, check_in: 0 });
  });

  it('stays on this device, before and behind an edit of one of its entries', async () => {
    await load();
    expect(await place.vault.waiting()).toBe(0);
    expect(await sent()).toBe(0);
    const [first] = await entries();
    await write('I wrote over this one.', first?.id, first?.day);
    // What was there before is a part of its history.
    expect(await place.vault.waiting()).toBe(2);
    expect(await sent()).toBe(2);
  });

  it('takes nothing with it that was written beside it, nor a picture that it shows', async () => {
    await load();
    const [picture = ''] = await shownPictures();
    const mine = await write(`Mine, with a picture of theirs. ![](attachment:${picture})`);
    await remove();
    expect((await entries()).map(({ id }) => id)).toEqual([mine.id]);
    expect(await shownPictures()).toEqual([picture]);
    const { bytes } = value(await attachmentsHandlers(place.vault)['attachments.piece']({ id: picture, index: 0 }));
    expect(bytes.byteLength).toBeGreaterThan(100);
    expect(await rows()).toMatchObject({ habit: 0, check_in: 0, pause: 0, attachment: 1 });
    // It is the person's own from now on.
    expect(await place.vault.waiting()).toBeGreaterThanOrEqual(3);
  });

  it('leaves what was changed of it to the person', async () => {
    await load();
    const [first] = await entries();
    await write('I wrote over this one.', first?.id, first?.day);
    const walk = (await habits()).find(({ name }) => name === 'A short walk')!;
    await habitsOf(place.vault)['habits.check-in']({ habitId: walk.id, day: TODAY, mark: { type: 'done' } });
    expect((await desk.state()).changed).toEqual({ entries: 1, habits: 1 });

    await remove(true);
    expect((await entries()).map(({ id }) => id)).toEqual([first?.id]);
    expect((await habits()).map(({ id }) => id)).toEqual([walk.id]);
    expect(await rows()).toMatchObject({ check_in: 1, pause: 0, attachment: 0 });
    expect(await desk.state()).toEqual({ isHere: false, canLoad: false, changed: { entries: 0, habits: 0 } });
  });

  it('puts what was changed of it into the trash where that is wanted', async () => {
    await load();
    const [first] = await entries();
    await write('I wrote over this one.', first?.id, first?.day);
    const walk = (await habits())[0]!;
    await habitsOf(place.vault)['habits.change']({ id: walk.id, name: 'A long walk' });
    const mine = await write('Mine.');

    await remove(false);
    expect((await entries()).map(({ id }) => id)).toEqual([mine.id]);
    expect((await trash()).map(({ id }) => id)).toEqual([first?.id]);
    expect(await habits()).toEqual([]);
    const removed = value(await habitsOf(place.vault)['habits.removed']({})).habits;
    expect(removed.map((each) => each.name)).toEqual(['A long walk']);
  });

  it('asks nothing about what was thrown away, moved, or ticked and unticked', async () => {
    await load();
    const [first] = await entries();
    value(await entriesHandlers(place.vault)['entries.remove']({ ids: [first?.id ?? ''] }));
    const all = await habits();
    const calls = habitsOf(place.vault);
    const change = { habitId: all[0]!.id, day: TODAY };
    value(await calls['habits.check-in']({ ...change, mark: { type: 'done' } }));
    value(await calls['habits.check-in']({ ...change, mark: { type: 'clear' } }));
    value(await calls['habits.arrange']({ ids: all.map(({ id }) => id).toReversed() }));
    expect((await desk.state()).changed).toEqual({ entries: 0, habits: 0 });
    await remove();
    expect(await rows()).toMatchObject({ entry: 0, habit: 0, check_in: 0, pause: 0, attachment: 0 });
    expect(await trash()).toEqual([]);
  });

  it('cut off while it goes, it goes on from there', async () => {
    await load();
    await desk.removeStep(true);
    expect((await desk.state()).isHere).toBe(true);
    desk = deskOf(await place.reopen());
    await remove();
    expect(await rows()).toMatchObject({ version: 0, entry: 0, habit: 0, attachment: 0 });
  });

  it('kept once, it is not touched by the next one', async () => {
    await load();
    const [first] = await entries();
    await write('I wrote over this one.', first?.id, first?.day);
    await remove(true);
    value(await entriesHandlers(place.vault)['entries.remove']({ ids: [first?.id ?? ''] }));
    await load();
    await remove(false);
    expect((await trash()).map(({ id }) => id)).toEqual([first?.id]);
    expect((await rows())['entry']).toBe(1);
  });

  it('is in no export, but for what was changed and what that needs', async () => {
    await load();
    const estimate = async () =>
      value(await exportEstimateHandlers(place.vault)['exports.estimate']({ from: null, to: null, tag: null }));
    const types = () => new VaultExportSource(place.vault).types();
    expect(await estimate()).toMatchObject({ entries: 0, habits: 0, checkIns: 0, allMedia: 0 });
    expect(await types()).toEqual([]);

    const [walk] = await habits();
    await habitsOf(place.vault)['habits.check-in']({ habitId: walk!.id, day: TODAY, mark: { type: 'done' } });
    const [picture = ''] = await shownPictures();
    await write(`![](attachment:${picture})`);
    expect(await estimate()).toMatchObject({ entries: 1 });
    expect(await types()).toEqual(['attachment', 'check-in', 'entry', 'habit']);
    const source = new VaultExportSource(place.vault);
    expect([await source.count('habit'), await source.count('check-in'), await source.count('entry')]).toEqual([
      1, 1, 1,
    ]);
    expect((await new VaultPages(place.vault).piece(picture, 0)).byteLength).toBeGreaterThan(100);
  });
});
