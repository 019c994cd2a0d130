import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { entriesContract } from '../../../src-shared/contract/entries.ts';
import { isoMoment } from '../../../src-shared/domain/moment.ts';
import { idFromText } from '../../vault/record-id.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { DEVICE_RECORD } from '../devices/projection.ts';
import { listDevices } from '../devices/devices.ts';
import { localTime } from '../exports/entry-times.ts';
import { entriesHandlers } from './handlers.ts';
import { entryFields } from './projection.ts';

const DAY = '2026-11-21';
const ID = '00000000-0000-4000-8000-000000000001';
let test: TestVault;
beforeEach(async () => {
  test = await openTestVault();
});
afterEach(() => test.remove());

// As another device of the vault, or whoever has its inbox's public key, may have had it written.
it.each([1e300, -1e300, 2 ** 60, Number.MAX_SAFE_INTEGER, 8.64e15, 2.6e14])(
  'an entry whose times are %s is shown with its text, and so is everything beside it',
  async (millis) => {
    const handlers = entriesHandlers(test.vault);
    await handlers['entries.write']({ id: randomUUID(), day: DAY, body: 'mine' });
    const fields = { day: DAY, createdAt: millis, updatedAt: millis, zone: 'x'.repeat(100), body: 'theirs' };
    await test.vault.commit([{ id: idFromText(ID), type: 'entry', fields, deleted: false, writtenAt: millis }]);
    const day = entriesContract['entries.on-day'].output;
    const read = await handlers['entries.on-day']({ day: DAY });
    expect(
      day
        .parse(read.ok && read.value)
        .entries.map(({ body }) => body)
        .toSorted(),
    ).toEqual(['mine', 'theirs']);
    const timeline = await handlers['entries.timeline']({ before: null, limit: 10 });
    const { days } = entriesContract['entries.timeline'].output.parse(timeline.ok && timeline.value);
    expect(days.flatMap(({ entries }) => entries)).toHaveLength(2);
    const history = await handlers['entries.history']({ id: ID });
    expect(entriesContract['entries.history'].output.safeParse(history.ok && history.value).success).toBe(true);
    // What the exports write of it.
    const record = (await test.vault.record(idFromText(ID)))!;
    const { createdAt, zone } = entryFields(record)!;
    expect(localTime(createdAt, zone)).toContain(isoMoment(millis).slice(0, 19));
    expect(localTime(record.writtenAt, zone)).toContain(isoMoment(millis).slice(0, 19));
  },
);

it('an entry that is thrown away at such a time is in the trash like any other', async () => {
  const handlers = entriesHandlers(test.vault);
  const fields = { day: DAY, createdAt: 0, zone: 'UTC', body: 'theirs' };
  await test.vault.commit([{ id: idFromText(ID), type: 'entry', fields, deleted: true, writtenAt: 1e300 }]);
  const trash = await handlers['entries.trash']({});
  expect(entriesContract['entries.trash'].output.parse(trash.ok && trash.value).entries).toHaveLength(1);
});

it('a device that was last seen at such a time is in the list of devices', async () => {
  const device = '0123456789abcdef';
  const fields = { device, name: 'Theirs', seenAt: 2 ** 60 };
  await test.vault.commit([{ id: idFromText(ID), type: DEVICE_RECORD, fields, deleted: false }]);
  expect((await listDevices(test.vault)).map(({ name }) => name)).toContain('Theirs');
});
