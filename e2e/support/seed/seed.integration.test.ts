import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { attachmentsContract } from '../../../src-shared/contract/attachments.ts';
import { entriesContract } from '../../../src-shared/contract/entries.ts';
import { habitsContract } from '../../../src-shared/contract/habits.ts';
import { countWords } from '../../../src-shared/domain/words.ts';
import { openTestApp, removeFolder, temporaryFolder, value } from '../../../src-main/testing/test-app.ts';
import { pngOf } from './picture.ts';
import { LONGEST_TITLE, LONGEST_WORDS, seedPlan } from './plan.ts';
import type { SeedOptions } from './plan.ts';
import { writeSeed } from './write-seed.ts';

const LAST_DAY = '2026-11-22';
const OPTIONS: SeedOptions = { seed: 7, lastDay: LAST_DAY, days: 120, entries: 150 };

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => removeFolder(folder));

const fingerprint = (options: SeedOptions): string => {
  const hash = createHash('sha256');
  for (const step of seedPlan(options)) hash.update(JSON.stringify(step));
  return hash.digest('hex');
};

it('plans the same life for the same seed, in the order of time, and another for another', () => {
  expect(fingerprint(OPTIONS)).toBe(fingerprint(OPTIONS));
  expect(fingerprint({ ...OPTIONS, seed: 8 })).not.toBe(fingerprint(OPTIONS));
  const moments = [...seedPlan(OPTIONS)].map(({ at }) => at);
  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
});

it('holds what ten years hold: gaps, long and short texts, tags of every frequency', () => {
  const steps = [...seedPlan({ seed: 1, lastDay: LAST_DAY, days: 3650, entries: 4000 })];
  const entries = steps.flatMap((step) => (step.type === 'entry' && 'createdAt' in step.fields ? [step.fields] : []));
  expect(entries).toHaveLength(4001);
  const days = new Set(entries.map(({ day }) => day));
  expect(days.size).toBeGreaterThan(2000);
  expect(days.size).toBeLessThan(3300);
  expect(days.has(LAST_DAY)).toBe(true);
  const lengths = entries.map(({ body }) => countWords(String(body))).toSorted((a, b) => a - b);
  expect(lengths.at(-1)).toBeGreaterThan(LONGEST_WORDS);
  expect(lengths.at(-2)).toBeLessThan(2300);
  expect(lengths[2000]).toBeGreaterThan(30);
  const pauses = steps.flatMap((step) => (step.type === 'pause' ? [step] : []));
  expect(pauses.filter(({ habit }) => habit === null)).toHaveLength(10);
  expect(pauses.filter(({ habit }) => habit !== null)).toHaveLength(4);
  const notes = steps.filter((step) => step.type === 'check-in' && step.values.note !== undefined);
  expect(notes.length).toBeGreaterThan(200);
  const bodies = entries.map(({ body }) => String(body)).join('\n\n');
  for (const pattern of [/^## /mu, /^- \[x\] /mu, /^> /mu, /^```sh$/mu, /^\| --- /mu, /Häuser|Dächern/u, /日記/u]) {
    expect(bodies).toMatch(pattern);
  }
  const uses = (tag: string): number => bodies.split(`#${tag}`).length;
  expect(uses('garden')).toBeGreaterThan(8 * uses('piano'));
});

it('opens as a vault, with as many of everything as was planned, as the contract has it', async () => {
  const seen: string[] = [];
  const { recoveryKey, counts } = await writeSeed(folder, 'a passphrase', seedPlan(OPTIONS), ({ type }) =>
    seen.push(type),
  );
  const count = (type: string): number => seen.filter((each) => each === type).length;
  expect(counts).toMatchObject({ entry: 151, habit: 12, picture: count('picture'), removal: count('removal') });
  expect(counts.revision).toBe(count('entry') - 151);
  expect(Math.min(counts.picture, counts.removal, counts.revision)).toBeGreaterThan(0);

  const clock = { offset: Date.parse(`${LAST_DAY}T20:00:00Z`) - Date.now(), zone: 'Europe/Vienna' };
  const { app, client } = await openTestApp(folder, { clock });
  value(await client.invoke('vault.unlock', { method: 'recovery-key', secret: recoveryKey }));
  const timeline = value(await client.invoke('entries.timeline', { before: null, limit: 400 }));
  expect(entriesContract['entries.timeline'].output.parse(timeline)).toEqual(timeline);
  expect(timeline.total).toBe(151 - counts.removal);
  const trash = value(await client.invoke('entries.trash', {}));
  expect(trash.total).toBe(counts.removal);
  const listed = value(await client.invoke('habits.list', {}));
  expect(habitsContract['habits.list'].output.parse(listed).habits).toHaveLength(12);
  const habits = listed.habits;
  expect(new Set(habits.map(({ kind }) => kind.type))).toEqual(new Set(['yes-no', 'amount', 'minutes', 'quit']));
  expect(new Set(habits.map(({ schedule }) => schedule.type)).size).toBe(6);
  expect(new Set(habits.map(({ timeOfDay }) => timeOfDay)).size).toBe(4);
  expect(new Set(habits.map(({ group }) => group)).size).toBeGreaterThan(3);
  expect(habits.filter(({ reminders }) => reminders.length > 0).length).toBeGreaterThan(2);
  expect(habits.find(({ name }) => name === 'Coffee')).toMatchObject({ icon: '☕', colour: 'amber', endDay: null });
  expect(habits.find(({ archived }) => archived)?.archivedOn).toBe('2026-09-24');
  const { pauses } = value(await client.invoke('habits.pauses', {}));
  expect(habitsContract['habits.pauses'].output.parse({ pauses }).pauses).toHaveLength(counts.pause);
  const stretch = habits.find(({ name }) => name === 'Stretch')!;
  expect(value(await client.invoke('habits.summary', { id: stretch.id, day: LAST_DAY })).total.done).toBeGreaterThan(
    60,
  );
  const overview = value(await client.invoke('habits.overview', { day: LAST_DAY })).habits;
  const week = new Set(overview.flatMap((each) => each.week.map(({ state }) => state)));
  expect(week).toContain('done');

  const found = value(await client.invoke('entries.search', { query: `"${LONGEST_TITLE}"`, limit: 5 }));
  expect(found.hits).toHaveLength(1);
  const longest = value(await client.invoke('entries.get', { id: found.hits[0]!.id }));
  expect(countWords(longest.body)).toBeGreaterThanOrEqual(LONGEST_WORDS);

  const edited = [...seedPlan(OPTIONS)].find((step) => step.type === 'entry' && !('createdAt' in step.fields));
  const history = value(await client.invoke('entries.history', { id: (edited as { id: string }).id }));
  expect(history.revisions.length).toBeGreaterThan(1);

  const photos = value(await client.invoke('attachments.list', { after: null, limit: 200 }));
  expect(attachmentsContract['attachments.list'].output.parse(photos)).toEqual(photos);
  const { attachment, thumbnail } = value(
    await client.invoke('attachments.get', { id: photos.items[0]!.attachment.id }),
  );
  const piece = value(await client.invoke('attachments.piece', { id: attachment.id, index: 0 })).bytes;
  expect([piece.byteLength, thumbnail?.subarray(1, 4)]).toEqual([attachment.size, new Uint8Array(Buffer.from('PNG'))]);
  await app.close();
});

it('draws pictures that are PNGs', () => {
  const png = Buffer.from(pngOf({ width: 32, height: 20, motif: 5 }));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([32, 20]);
  const begin = png.indexOf('IDAT') + 4;
  expect(inflateSync(png.subarray(begin, begin + png.readUInt32BE(begin - 8)))).toHaveLength(20 * (1 + 3 * 32));
});

it('says how to open what it made, and leaves a vault that is there as it is', () => {
  const profile = join(folder, 'made');
  const run = (...more: readonly string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'cli.ts'), '--profile', profile, ...more], {
      encoding: 'utf8',
    });
  const made = run('--years', '0.05', '--until', LAST_DAY);
  expect(made.stderr).toContain('2026 …');
  expect(made.stdout).toContain(`npm start -- --profile ${profile}`);
  expect(made.stdout).toMatch(/Recovery key: (?:[\dA-Z]{4}-){6}[\dA-Z]{4}/u);
  expect(made.status).toBe(0);
  const again = run('--years', '1');
  expect([again.status, again.stdout]).toEqual([2, '']);
  expect(again.stderr).toContain(`There is a vault in ${profile} already`);
  expect(run('--years', 'many').stderr).toContain('--years needs a number above zero');
});
