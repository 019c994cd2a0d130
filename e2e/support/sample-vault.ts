import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createClock } from '../../src-main/clock.ts';
import { projections } from '../../src-main/storage/service.ts';
import { VaultKeeper } from '../../src-main/storage/vault-keeper.ts';
import { idFromText } from '../../src-main/vault/record-id.ts';
import type { RecordChange } from '../../src-main/vault/vault.ts';
import { addDays } from '../../src-shared/domain/day.ts';

export const TEXTS = [
  `First frost on the allotment. I pulled the last of the leeks with M. and we stood there longer than the work needed, hands round the thermos, watching the light come over the railway line. #garden

## What I want to keep from this week

Saying no on Wednesday was easier than the three days before it. The meeting would have gone the same way without me, and I read for an hour instead.

> You do not have to finish the wood; you only have to plant where you stand.

Tomorrow: call the dentist, post the parcel, and leave the phone in the hall until ten.`,
  'Rain from morning to night. Soup, the second half of the Tokarczuk, and an early bed. #reading',
  'Long call with mother about the house. She laughed twice. I wrote down both. #family',
  'The new colleague asked the question I had been avoiding since spring. Good question. #work',
  'Walked home along the river instead of taking the tram: fifty minutes, two herons, no messages.',
  'Tried the bread again with half the yeast. Better crumb, worse patience. #kitchen',
  'A bad night, and still the day was all right. Worth remembering that these two are not the same thing.',
  'Helped L. move the piano. Four people, three opinions, one staircase. #family',
] as const;

export const HABITS = [
  { name: 'Stretch', schedule: { type: 'daily' }, kind: { type: 'yes-no' } },
  {
    name: 'Read',
    schedule: { type: 'daily' },
    kind: { type: 'amount', unit: 'pages', target: 40, direction: 'at-least' },
  },
  { name: 'Run', schedule: { type: 'times-a-week', times: 3 }, kind: { type: 'yes-no' } },
  { name: 'Piano', schedule: { type: 'weekdays', days: [1, 3, 5, 6, 7] }, kind: { type: 'yes-no' } },
  { name: 'No phone before ten', schedule: { type: 'daily' }, kind: { type: 'yes-no' } },
] as const;

/** Per habit, from six days ago to today: d done, p partly, s skipped, m missed, space nothing. */
const WEEKS = ['ddddddd', 'dpddmdp', ' d    d', 'd ddsss', 'dddddd '] as const;

/** A vault with a little of everything, for pictures: the same every time. Leaves it closed. @returns its recovery key. */
export async function makeSampleVault(profile: string, passphrase: string, today: string): Promise<string> {
  await mkdir(profile, { recursive: true });
  const keeper = new VaultKeeper({
    folder: profile,
    clock: createClock({ offset: Date.parse(`${today}T07:00:00Z`) - Date.now(), zone: 'Europe/Vienna' }),
    passphraseCost: 'floor',
    projections,
    log: () => {},
  });
  const recoveryKey = await keeper.create(passphrase);
  await keeper.confirmRecoveryKey(recoveryKey);
  const { vault } = keeper;
  const changes: RecordChange[] = [];
  for (let index = 0; index < 64; index += 1) {
    if (index % 5 === 4) continue;
    const day = addDays(today, -index);
    const hour = String(6 + ((index * 5) % 15)).padStart(2, '0');
    changes.push({
      id: idFromText(randomUUID()),
      type: 'entry',
      fields: {
        day,
        createdAt: Date.parse(`${day}T${index === 0 ? '07' : hour}:14:00Z`),
        zone: 'Europe/Vienna',
        body: TEXTS[index % TEXTS.length],
        mood: index % 7 === 6 ? null : 1 + ((index * 3 + 3) % 5),
        starred: index % 11 === 0,
      },
    });
  }
  for (const [position, habit] of HABITS.entries()) {
    const id = idFromText(randomUUID());
    changes.push({
      id,
      type: 'habit',
      fields: { ...habit, question: '', startDay: addDays(today, -300), position },
    });
    for (const [offset, letter] of [...(WEEKS[position] ?? '')].entries()) {
      const mark = { d: 'done', p: 'done', s: 'skipped', m: 'missed' }[letter];
      if (mark === undefined) continue;
      const day = addDays(today, offset - 6);
      const amount = habit.kind.type === 'amount' && mark === 'done' ? (letter === 'p' ? 25 : 42) : null;
      changes.push({
        id: vault.derivedId('check-in', Buffer.from(id).toString('hex'), day),
        type: 'check-in',
        fields: { habit: Buffer.from(id).toString('hex'), day, mark, amount },
      });
    }
  }
  await vault.commit(changes);
  const thrownAway = changes.slice(40, 42).map(({ id, type }) => ({ id, type, fields: {}, deleted: true }));
  await vault.commit(thrownAway);
  await keeper.close();
  return recoveryKey;
}

/** Backups of a vault on these days, as if it had been open then. */
export async function writeBackups(profile: string, passphrase: string, days: readonly string[]): Promise<void> {
  for (const day of days.toSorted()) {
    const clock = createClock({ offset: Date.parse(`${day}T06:30:00Z`) - Date.now(), zone: 'Europe/Vienna' });
    const keeper = new VaultKeeper({ folder: profile, clock, passphraseCost: 'floor', projections, log: () => {} });
    await keeper.unlock('passphrase', passphrase);
    await keeper.backUp();
    await keeper.close();
  }
}
