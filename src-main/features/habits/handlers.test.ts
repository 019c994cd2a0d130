import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { habitsContract, type Mark, type Schedule } from '../../../src-shared/contract/habits.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { value } from '../../testing/test-app.ts';
import { habitDraft, habitsOf } from './testing.ts';

let test: TestVault;
let habits: ReturnType<typeof habitsOf>;

beforeEach(async () => {
  // A Sunday.
  test = await openTestVault('2026-11-22T08:14:00Z');
  habits = habitsOf(test.vault);
});
afterEach(() => test.remove());

async function create(name: string, schedule: Schedule = { type: 'daily' }, startDay = '2026-11-18'): Promise<string> {
  const id = randomUUID();
  value(await habits['habits.create'](habitDraft({ id, name, schedule, startDay })));
  return id;
}

async function week(day = '2026-11-22'): Promise<string[][]> {
  const { habits: shown } = value(await habits['habits.overview']({ day }));
  return shown.map((each) => each.week.map((one) => one.state));
}

const mark = (habitId: string, day: string, to: Mark) => habits['habits.check-in']({ habitId, day, mark: to });

describe('habits', () => {
  it('show the seven days that end today, each in its state', async () => {
    const id = await create('Stretch');
    value(await mark(id, '2026-11-18', { type: 'done' }));
    value(await mark(id, '2026-11-19', { type: 'skipped' }));
    value(await mark(id, '2026-11-20', { type: 'missed' }));
    expect(await week()).toEqual([['not-due', 'not-due', 'done', 'skipped', 'missed', 'open', 'open']]);
    expect(value(await mark(id, '2026-11-22', { type: 'done' })).state).toBe('done');
    expect(value(await mark(id, '2026-11-22', { type: 'clear' })).state).toBe('open');
  });

  it('are due on chosen weekdays only, and on no day in particular within a week', async () => {
    await create('Choir', { type: 'weekdays', days: [2, 4] }, '2026-01-01');
    await create('Run', { type: 'times-a-week', times: 3 }, '2026-01-01');
    expect(await week()).toEqual([
      ['not-due', 'open', 'not-due', 'open', 'not-due', 'not-due', 'not-due'],
      ['not-due', 'not-due', 'not-due', 'not-due', 'not-due', 'not-due', 'open'],
    ]);
  });

  it('stand in the order they were made, and leave Today when they are archived', async () => {
    const first = await create('First');
    await create('Second');
    value(await habits['habits.change']({ id: first, archived: true }));
    expect(value(await habits['habits.overview']({ day: '2026-11-22' })).habits.map((each) => each.habit.name)).toEqual(
      ['Second'],
    );
    expect(value(await habits['habits.list']({})).habits.map((each) => [each.name, each.archived])).toEqual([
      ['Second', false],
      ['First', true],
    ]);
  });

  it('are made once, however often the call is repeated', async () => {
    const id = randomUUID();
    const call = habitDraft({ id, name: 'Read', startDay: '2026-11-22' });
    value(await habits['habits.create'](call));
    value(await habits['habits.create'](call));
    expect(value(await habits['habits.list']({})).habits).toHaveLength(1);
  });

  it('change only what is given', async () => {
    const id = await create('Read');
    const changed = value(await habits['habits.change']({ id, name: 'Read a book' }));
    expect(changed).toMatchObject({ name: 'Read a book', schedule: { type: 'daily' }, startDay: '2026-11-18' });
    expect(habitsContract['habits.change'].output.parse(changed)).toEqual(changed);
  });

  it('do not exist for a check-in on an id that is none', async () => {
    await expect(mark(randomUUID(), '2026-11-22', { type: 'done' })).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
  });
});
