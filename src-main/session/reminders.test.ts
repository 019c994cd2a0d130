import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, World, worldHabit } from './testing/reminder-world.ts';

const EIGHT_PM = 20 * 60;
/** Monday; 19:50 in Vienna. */
const BEFORE_EIGHT = '2026-11-23T18:50:00Z';

async function opened(...options: ConstructorParameters<typeof World>): Promise<World> {
  const world = new World(...options);
  await world.unlock();
  return world;
}

const evening = (id = 'tea'): ReturnType<typeof worldHabit> => worldHabit(id, [EIGHT_PM]);

describe('a reminder', () => {
  it('rings at its time, once, without the habit’s name', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.pass(9 * MINUTE);
    expect(world.notifier!.shown).toEqual([]);
    await world.pass(MINUTE);
    expect(world.rings.map(({ at }) => at)).toEqual([Date.parse('2026-11-23T19:00:00Z')]);
    const [shown] = world.notifier!.shown;
    expect(shown).toMatchObject({ key: 'tea', title: 'A habit is waiting', silent: false });
    expect(shown!.body).toMatch(/20:00/);
    expect(JSON.stringify(shown)).not.toContain('Secret');
    expect(shown!.buttons.map(({ answer }) => answer)).toEqual(['done', 'snooze', 'snooze-hour', 'skip']);
    await world.pass(3 * HOUR);
    expect(world.notifier!.shown).toHaveLength(1);
  });

  it('names the habit where that is allowed, and asks its question', async () => {
    const world = await opened(BEFORE_EIGHT, [evening(), worldHabit('run', [EIGHT_PM + 1], { question: '' })]);
    await world.set({ reminderNames: true });
    await world.pass(15 * MINUTE);
    expect(world.notifier!.shown).toMatchObject([
      { title: 'Secret tea', body: 'Secret question of tea' },
      { title: 'Secret run', body: 'Not done yet today.' },
    ]);
  });

  it('that is on the screen loses its name, without a sound, when names are not allowed any more', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.set({ reminderNames: true });
    await world.pass(15 * MINUTE);
    expect(world.notifier!.open.get('tea')?.title).toBe('Secret tea');
    await world.set({ reminderNames: false });
    const open = [...world.notifier!.open.values()];
    expect(open).toMatchObject([{ title: 'A habit is waiting', silent: true }]);
    expect(JSON.stringify(open)).not.toContain('Secret');
  });

  it('offers no Done where a click would claim an amount, and nothing but waiting where the habit is to be left off', async () => {
    const world = await opened(BEFORE_EIGHT, [
      worldHabit('water', [EIGHT_PM], { kind: 'amount' }),
      worldHabit('smoke', [EIGHT_PM + 1], { kind: 'quit' }),
    ]);
    await world.pass(15 * MINUTE);
    const answers = world.notifier!.shown.map(({ buttons }) => buttons.map(({ answer }) => answer));
    expect(answers).toEqual([
      ['snooze', 'snooze-hour', 'skip'],
      ['snooze', 'snooze-hour'],
    ]);
  });

  it('is one with others of the same moment where no name is told, and stands alone where it is', async () => {
    const world = await opened(BEFORE_EIGHT, [evening('tea'), evening('run'), evening('read')]);
    await world.pass(15 * MINUTE);
    expect(world.notifier!.shown).toHaveLength(1);
    expect(world.notifier!.shown[0]).toMatchObject({ title: '3 habits are waiting' });
    expect(world.notifier!.shown[0]!.buttons.map(({ answer }) => answer)).toEqual(['snooze', 'snooze-hour']);
    await world.set({ reminderNames: true });
    await world.pass(24 * HOUR);
    expect(world.notifier!.shown.slice(1).map(({ title }) => title)).toEqual([
      'Secret read',
      'Secret run',
      'Secret tea',
    ]);
  });

  it('takes the place of what the habit showed at an earlier hour, also where it is one with others now', async () => {
    const world = await opened(BEFORE_EIGHT, [
      worldHabit('tea', [EIGHT_PM, EIGHT_PM + 30]),
      worldHabit('run', [EIGHT_PM + 30]),
    ]);
    await world.pass(15 * MINUTE);
    expect([...world.notifier!.open.keys()]).toEqual(['tea']);
    await world.pass(30 * MINUTE);
    expect([...world.notifier!.open.keys()]).toEqual(['waiting']);
  });

  it('is taken back when its habit was done elsewhere, and when its day is over', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.pass(15 * MINUTE);
    expect(world.notifier!.open.size).toBe(1);
    await world.change(() => world.habits[0]!.settled.add('2026-11-23'));
    expect(world.notifier!.open.size).toBe(0);
    await world.pass(24 * HOUR);
    expect(world.notifier!.open.size).toBe(1);
    await world.passUntil('2026-11-24T23:00:01Z');
    expect(world.notifier!.open.size).toBe(0);
  });

  it('does not ring while its habit is done, skipped or paused', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.change(() => world.habits[0]!.settled.add('2026-11-23'));
    await world.pass(HOUR);
    expect(world.rings).toEqual([]);
  });

  it('that is set to an hour of today which is past does not ring', async () => {
    const world = await opened(BEFORE_EIGHT, []);
    await world.pass(HOUR);
    await world.change(() => world.habits.push(evening()));
    await world.pass(2 * HOUR);
    expect(world.rings).toEqual([]);
    await world.pass(22 * HOUR);
    expect(world.rings).toHaveLength(1);
  });

  it('whose check-in was taken back behind its hour does not ring', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.change(() => world.habits[0]!.settled.add('2026-11-23'));
    await world.pass(HOUR);
    await world.change(() => world.habits[0]!.settled.clear());
    await world.pass(HOUR);
    expect(world.rings).toEqual([]);
  });
});

describe('sleep', () => {
  it('is followed by what was slept over, one for each habit', async () => {
    const world = await opened('2026-11-23T06:00:00Z', [worldHabit('tea', [8 * 60, 12 * 60]), evening('run')]);
    world.sleep(14 * HOUR);
    await world.pass(MINUTE);
    expect(world.rings.map(({ habitId, minute }) => [habitId, minute])).toEqual([
      ['tea', 12 * 60],
      ['run', EIGHT_PM],
    ]);
  });

  it('over the end of the day leaves yesterday’s alone', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    world.sleep(12 * HOUR);
    await world.pass(MINUTE);
    expect(world.rings).toEqual([]);
  });
});

describe('a day’s end that is moved', () => {
  it('is heeded though nothing else has changed: the night’s reminder belongs to the day before from then on', async () => {
    // Half past midnight; Tuesday's is done, Monday's is not.
    const world = await opened('2026-11-23T23:30:00Z', [worldHabit('bed', [90])]);
    await world.change(() => world.habits[0]!.settled.add('2026-11-24'));
    await world.change(() => void (world.dayEndsAt = 180), ['preferences']);
    await world.pass(HOUR);
    expect(world.rings).toMatchObject([{ day: '2026-11-23', date: '2026-11-24', minute: 90 }]);
  });
});

describe('a lock', () => {
  it('leaves ids and times: what rings then tells no name, and can be put off', async () => {
    const world = await opened(BEFORE_EIGHT, [evening('tea'), evening('run')]);
    await world.set({ reminderNames: true });
    await world.lock();
    await world.pass(15 * MINUTE);
    expect(world.notifier!.shown).toHaveLength(1);
    expect(world.notifier!.shown[0]).toMatchObject({ key: 'waiting', title: '2 habits are waiting' });
    expect(JSON.stringify(world.notifier!.shown)).not.toContain('Secret');
    world.notifier!.answer('waiting', 'snooze');
    await world.pass(15 * MINUTE);
    expect(world.notifier!.shown).toHaveLength(2);
    await world.unlock();
    // The person is here: it is in the page now.
    expect(world.notifier!.open.size).toBe(0);
    expect(world.cards.map(({ habit }) => habit?.name).toSorted()).toEqual(['Secret run', 'Secret tea']);
  });

  it('takes names off the screen, without a sound', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.set({ reminderNames: true });
    await world.pass(15 * MINUTE);
    expect(world.notifier!.open.get('tea')?.title).toBe('Secret tea');
    await world.lock();
    expect([...world.notifier!.open.values()]).toMatchObject([
      { key: 'waiting', title: 'A habit is waiting', silent: true },
    ]);
  });

  it('that falls into a plan which was asked for leaves no name of it', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.set({ reminderNames: true });
    world.runner.changed(['habits']);
    await world.lock();
    await world.pass(15 * MINUTE);
    expect(world.rings).toHaveLength(1);
    expect(JSON.stringify([world.notifier!.shown, world.states])).not.toContain('Secret');
  });

  it('right behind the unlock, before there is a plan, does not lose the reminder, nor show its name', async () => {
    const world = new World(BEFORE_EIGHT, [evening()], { notifier: false });
    const opening = world.unlock();
    await world.lock();
    await opening;
    await world.pass(15 * MINUTE);
    expect(world.cards).toEqual([{ key: 'waiting', habit: null, count: 1 }]);
    expect(JSON.stringify(world.states)).not.toContain('Secret');
    await world.unlock();
    await world.pass(MINUTE);
    expect(world.cards).toMatchObject([{ key: 'tea', habit: { name: 'Secret tea' } }]);
    expect(world.rings).toHaveLength(1);
  });

  it('right behind a habit that was made does not lose its reminder', async () => {
    const world = await opened(BEFORE_EIGHT, []);
    world.habits.push(evening());
    world.runner.changed(['habits']);
    await world.lock();
    await world.pass(15 * MINUTE);
    expect(world.rings.map(({ habitId }) => habitId)).toEqual(['tea']);
  });

  it('leaves a card that has no answer yet on show, without its name, and the unlock gives the name back', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()], { notifier: false });
    await world.pass(15 * MINUTE);
    expect(world.cards).toMatchObject([{ key: 'tea', habit: { name: 'Secret tea' } }]);
    await world.lock();
    expect(world.cards).toEqual([{ key: 'waiting', habit: null, count: 1 }]);
    await world.pass(15 * MINUTE);
    expect(world.cards).toEqual([{ key: 'waiting', habit: null, count: 1 }]);
    await world.unlock();
    expect(world.cards).toMatchObject([{ key: 'tea', habit: { name: 'Secret tea' } }]);
  });

  it('that closes the app rings nothing of a plan on its way', async () => {
    const world = new World(BEFORE_EIGHT, [evening()]);
    const opening = world.unlock();
    world.runner.end();
    await opening;
    await world.pass(HOUR);
    expect(world.rings).toEqual([]);
  });

  it('silences everything where it is set so, and rings what is still due at the unlock', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.set({ remindersWhileLocked: false });
    await world.lock();
    await world.pass(HOUR);
    expect(world.rings).toEqual([]);
    await world.unlock();
    expect(world.rings).toHaveLength(1);
    await world.lock();
    expect(world.notifier!.open.size).toBe(0);
    expect(world.cards).toEqual([]);
  });

  it('has no keys for Done: the window comes, and the reminder waits in it', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.pass(15 * MINUTE);
    await world.lock();
    world.notifier!.answer('tea', 'done');
    await world.pass(0);
    expect(world.checkIns).toEqual([]);
    expect(world.windows).toBe(1);
    expect(world.cards).toEqual([{ key: 'waiting', habit: null, count: 1 }]);
    await world.unlock();
    expect(world.cards).toMatchObject([{ key: 'tea', habit: { name: 'Secret tea', day: '2026-11-23' } }]);
  });
});

describe('a start', () => {
  it('does not ring what was due before it, and rings what came while it was still locked', async () => {
    const world = new World('2026-11-23T18:00:00Z', [worldHabit('early', [18 * 60]), evening('late')]);
    await world.pass(2 * HOUR);
    await world.unlock();
    expect(world.rings.map(({ habitId }) => habitId)).toEqual(['late']);
  });

  it('again does not ring a second time, west of where it rang either', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.pass(15 * MINUTE);
    await world.restart();
    world.zone = 'America/New_York';
    await world.unlock();
    await world.pass(8 * HOUR);
    expect(world.rings).toHaveLength(1);
  });
});

describe('a plan that does not come', () => {
  it('is asked for again, now and then, until it does', async () => {
    const world = new World(BEFORE_EIGHT, [evening()]);
    world.failPlans = true;
    await world.unlock();
    for (let change = 0; change < 5; change += 1) await world.change(() => {});
    const { asked } = world;
    await world.pass(5 * MINUTE);
    expect(world.asked - asked).toBe(10);
    world.failPlans = false;
    await world.pass(10 * MINUTE);
    expect(world.rings).toHaveLength(1);
    expect(world.asked - asked).toBe(11);
  });

  it('behind a lock neither, and not while it lasts', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.lock();
    world.failPlans = true;
    await world.unlock();
    await world.lock();
    const { asked } = world;
    await world.pass(5 * MINUTE);
    expect(world.asked).toBe(asked);
    await world.unlock();
    await world.pass(10 * MINUTE);
    world.failPlans = false;
    await world.pass(MINUTE);
    world.notifier!.answer('waiting', 'open');
    expect(world.cards).toMatchObject([{ key: 'tea', habit: { name: 'Secret tea' } }]);
  });
});

describe('an app that closes', () => {
  it('rings nothing, of a plan that was asked for before or of a change on the way', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    world.runner.changed(['habits']);
    world.runner.end();
    await world.pass(5 * MINUTE);
    await world.change(() => {});
    await world.pass(10 * MINUTE);
    expect(world.rings).toEqual([]);
  });
});

describe('an answer', () => {
  it('Done and Skip are check-ins of the day that it rang for', async () => {
    const world = await opened('2026-11-23T23:00:00Z', [worldHabit('bed', [90])]);
    await world.change(() => {
      world.dayEndsAt = 180;
    });
    await world.pass(2 * HOUR);
    expect(world.notifier!.open.size).toBe(1);
    world.notifier!.answer('bed', 'done');
    await world.pass(0);
    expect(world.checkIns).toEqual([{ habitId: 'bed', day: '2026-11-23', mark: 'done' }]);
    expect(world.notifier!.open.size).toBe(0);
    await world.pass(24 * HOUR);
    world.notifier!.answer('bed', 'skip');
    await world.pass(0);
    expect(world.checkIns[1]).toEqual({ habitId: 'bed', day: '2026-11-24', mark: 'skipped' });
  });

  it.each([
    ['later', 0, 180, '2026-11-23'],
    ['earlier', 180, 0, '2026-11-24'],
  ])('is of the day that it is now, where the day’s end was moved to %s since', async (_name, ends, moved, day) => {
    const world = new World('2026-11-23T23:30:00Z', [worldHabit('bed', [90])], { notifier: false });
    world.dayEndsAt = ends;
    await world.unlock();
    await world.pass(HOUR);
    await world.change(() => {
      world.dayEndsAt = moved;
    });
    expect(world.today).toBe(day);
    expect(world.cards).toMatchObject([{ key: 'bed', habit: { day } }]);
    await world.runner.handlers['reminders.answer']({ key: 'bed', answer: 'done' });
    expect(world.checkIns).toEqual([{ habitId: 'bed', day, mark: 'done' }]);
  });

  it('that cannot be written down is told, and the reminder stays', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.pass(15 * MINUTE);
    world.failCheckIns = true;
    world.notifier!.answer('tea', 'done');
    await world.pass(0);
    expect(world.notifier!.open.get('problem')?.title).toBe('That was not written down');
    expect(world.windows).toBe(1);
    expect(world.cards).toMatchObject([{ key: 'tea' }]);
    const page = await world.runner.handlers['reminders.answer']({ key: 'tea', answer: 'done' });
    expect(page).toEqual({ ok: false, error: { code: 'disk-full' } });
    expect(world.cards).toHaveLength(1);
  });

  it('a click brings it into the page, where it can be answered without buttons of the system’s', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.pass(15 * MINUTE);
    world.notifier!.answer('tea', 'open');
    expect(world.windows).toBe(1);
    expect(world.notifier!.open.size).toBe(0);
    expect(world.cards).toMatchObject([{ key: 'tea', count: 1, habit: { canBeDone: true, canBeSkipped: true } }]);
    expect(await world.runner.handlers['reminders.answer']({ key: 'tea', answer: 'dismiss' })).toEqual({
      ok: true,
      value: {},
    });
    expect(world.cards).toEqual([]);
    expect(await world.runner.handlers['reminders.answer']({ key: 'tea', answer: 'dismiss' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('that the system did not show waits in the page', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.pass(15 * MINUTE);
    world.notifier!.answer('tea', 'failed');
    expect(world.cards).toHaveLength(1);
    expect(world.windows).toBe(0);
  });
});

describe('a snooze', () => {
  it('rings again, over a lock and a restart', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.pass(10 * MINUTE);
    world.notifier!.answer('tea', 'snooze-hour');
    await world.pass(10 * MINUTE);
    await world.restart();
    await world.unlock();
    await world.lock();
    await world.passUntil('2026-11-23T19:59:00Z');
    expect(world.rings).toHaveLength(1);
    await world.pass(2 * MINUTE);
    expect(world.rings.map(({ at }) => at)).toEqual([
      Date.parse('2026-11-23T19:00:00Z'),
      Date.parse('2026-11-23T20:00:00Z'),
    ]);
    await world.unlock();
    expect(world.memory.snoozed).toEqual([]);
  });

  it('is dropped when the habit is done meanwhile', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.pass(10 * MINUTE);
    world.notifier!.answer('tea', 'snooze');
    await world.change(() => world.habits[0]!.settled.add('2026-11-23'));
    await world.pass(HOUR);
    expect(world.rings).toHaveLength(1);
  });

  it('does not go beyond the end of its day, and is gone with it', async () => {
    const world = await opened('2026-11-23T22:00:00Z', [worldHabit('tea', [23 * 60 + 30])]);
    await world.pass(31 * MINUTE);
    world.notifier!.answer('tea', 'snooze-hour');
    await world.pass(40 * MINUTE);
    expect(world.rings.map(({ at }) => at)).toEqual([
      Date.parse('2026-11-23T22:30:00Z'),
      Date.parse('2026-11-23T22:59:00Z'),
    ]);
    await world.pass(20 * HOUR);
    expect(world.rings).toHaveLength(2);
  });

  it('made under a clock that was set back is not put off for as long', async () => {
    const world = await opened(BEFORE_EIGHT, [evening()]);
    await world.pass(10 * MINUTE);
    world.notifier!.answer('tea', 'snooze-hour');
    world.now -= 10 * HOUR;
    await world.pass(MINUTE);
    expect(world.rings).toHaveLength(2);
  });
});

describe('reminders that are switched off', () => {
  it('do not ring, take back what waits, and make up for nothing when they are on again', async () => {
    const world = await opened(BEFORE_EIGHT, [evening(), worldHabit('run', [EIGHT_PM + 30])]);
    await world.pass(15 * MINUTE);
    await world.set({ reminders: false });
    expect(world.notifier!.open.size).toBe(0);
    await world.pass(HOUR);
    await world.set({ reminders: true });
    await world.pass(HOUR);
    expect(world.rings).toHaveLength(1);
  });
});

it('without notifications of the system shows everything in the page', async () => {
  const world = await opened(BEFORE_EIGHT, [evening('tea'), evening('run')], { notifier: false });
  await world.pass(15 * MINUTE);
  expect(world.states.at(-1)).toMatchObject({ shownBy: 'page', cards: [{ key: 'run' }, { key: 'tea' }] });
  await world.lock();
  expect(world.cards).toEqual([{ key: 'waiting', habit: null, count: 2 }]);
  await world.set({ remindersWhileLocked: false });
  expect(world.cards).toEqual([]);
});
