import { describe, expect, it, vi } from 'vitest';
import type { Habit, HabitDay } from '../../../../src-shared/contract/habits.ts';
import type { AppError } from '../../../../src-shared/result.ts';
import { createClient } from '../../../bridge/client.ts';
import { createFakeBridge } from '../../../testing/fake-bridge.ts';
import { createHabits } from '../habits-store.ts';
import { createPageAnswers } from './page-answers.ts';
import { SAMPLE_HABIT } from '../../../testing/sample-habit.ts';

const TODAY = '2026-11-22';
const stretch: Habit = { ...SAMPLE_HABIT, startDay: '2025-01-01' };
const read: Habit = { ...stretch, id: '10000000-0000-4000-8000-000000000002', name: 'Read', position: 1 };
const questions = {
  id: stretch.id,
  today: TODAY,
  lastDay: TODAY,
  year: 2026,
  strengthFrom: '2026-01-01',
  grouping: 'month',
} as const;

function setUp() {
  const bridge = createFakeBridge({ habits: [stretch, read] });
  const client = createClient(bridge);
  const problems: AppError[] = [];
  const habits = createHabits(client);
  const page = createPageAnswers(client, habits, (error) => problems.push(error));
  habits.watchDays(page.show);
  const asked = (): string[] => bridge.calls.map(({ channel }) => channel);
  const answers = () => page.store.getState().answers;
  const dayOf = (day: string): HabitDay | undefined => answers()?.days.find((each) => each.day === day);
  return { bridge, client, habits, problems, page, asked, answers, dayOf };
}

describe('the answers of a habit’s page', () => {
  it('come together, and another year is one question more', async () => {
    const { page, asked, answers } = setUp();
    await page.ask(questions);
    expect(answers()).toMatchObject({ summary: { habit: { name: 'Stretch' } }, present: { day: TODAY } });
    expect(answers()?.days).toHaveLength(365);
    expect(asked()).toHaveLength(6);
    await page.ask({ ...questions, year: 2024 });
    expect(asked()).toHaveLength(7);
    expect(answers()?.days).toHaveLength(366);
    expect(answers()?.questions.year).toBe(2024);
  });

  it('of another habit are shown when all are there, and never beside those of the first', async () => {
    const { page, answers } = setUp();
    await page.ask(questions);
    const seen: unknown[] = [];
    page.store.subscribe(({ answers: now }) => seen.push([now?.questions.id, now?.summary.habit.id]));
    const asking = page.ask({ ...questions, id: read.id });
    expect(answers()?.summary.habit.id).toBe(stretch.id);
    await asking;
    expect(seen).toEqual([[read.id, read.id]]);
  });

  it('that are overtaken are not shown, and what they were about is asked again', async () => {
    const { page, answers } = setUp();
    await page.ask(questions);
    const refreshing = page.refresh();
    const turning = page.ask({ ...questions, year: 2025 });
    await Promise.all([refreshing, turning]);
    expect(answers()?.questions.year).toBe(2025);
    expect(answers()?.days[0]?.day).toBe('2025-01-01');
  });

  it('show a day at once that is being written, whatever is answered meanwhile', async () => {
    const { page, habits, answers, dayOf } = setUp();
    await page.ask(questions);
    const writing = habits.checkIn(stretch, TODAY, { type: 'done' }, TODAY);
    expect(answers()?.present.state).toBe('done');
    await page.refresh();
    expect(answers()?.present.state).toBe('done');
    await writing;
    expect(dayOf(TODAY)?.state).toBe('done');
    const noting = habits.writeNote(stretch, '2026-11-20', 'ten minutes', TODAY);
    expect(answers()?.notes).toEqual([{ day: '2026-11-20', note: 'ten minutes' }]);
    await noting;
    await habits.writeNote(stretch, '2026-11-20', '', TODAY);
    expect(answers()?.notes).toEqual([]);
  });

  it('keep a day that was pressed while a slow answer was on its way', async () => {
    const { bridge, problems, client } = setUp();
    let release = (): void => {};
    const slow: typeof client = {
      on: (event, listener) => client.on(event, listener),
      invoke: async (channel, input) => {
        const result = await client.invoke(channel, input);
        if (channel === 'habits.summary') await new Promise<void>((resolve) => (release = resolve));
        return result;
      },
    };
    const habits = createHabits(slow);
    const page = createPageAnswers(slow, habits, (error) => problems.push(error));
    habits.watchDays(page.show);
    const asking = page.ask(questions);
    await vi.waitFor(() => expect(bridge.calls).toHaveLength(6));
    await habits.checkIn(stretch, TODAY, { type: 'done' }, TODAY);
    release();
    await asking;
    expect(page.store.getState().answers?.present.state).toBe('done');
  });

  it('take a day back that could not be written', async () => {
    const { page, bridge, habits, answers } = setUp();
    await page.ask(questions);
    const before = answers()!.present;
    bridge.fail('habits.check-in', { code: 'disk-full' });
    const result = await habits.checkIn(stretch, TODAY, { type: 'done' }, TODAY);
    expect(result.ok).toBe(false);
    expect(answers()?.present).toEqual(before);
  });

  it('do not put a day of one habit into another’s', async () => {
    const { page, habits, answers } = setUp();
    await page.ask({ ...questions, id: read.id });
    await habits.checkIn(stretch, TODAY, { type: 'done' }, TODAY);
    expect(answers()?.present.state).toBe('open');
  });

  it('say that the habit is gone, and tell of any other problem', async () => {
    const { page, bridge, problems, answers } = setUp();
    await page.ask(questions);
    bridge.fail('habits.notes', { code: 'internal' });
    await page.refresh();
    expect(problems.map(({ code }) => code)).toEqual(['internal']);
    expect(answers()?.summary.habit.name).toBe('Stretch');
    bridge.fail('habits.notes', null);
    bridge.fail('habits.summary', { code: 'not-found' });
    await page.refresh();
    expect(page.store.getState().isGone).toBe(true);
  });
});
