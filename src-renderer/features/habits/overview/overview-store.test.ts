import { describe, expect, it } from 'vitest';
import type { Habit } from '../../../../src-shared/contract/habits.ts';
import { addDays } from '../../../../src-shared/domain/day.ts';
import { createClient } from '../../../bridge/client.ts';
import { createFakeBridge } from '../../../testing/fake-bridge.ts';
import { createHabits } from '../habits-store.ts';
import { blocksOf, rangeOfBlock } from './day-window.ts';
import { createOverview, markedCell, readLine } from './overview-store.ts';
import type { Overview } from './overview-store.ts';
import { SAMPLE_HABIT } from '../../../testing/sample-habit.ts';

const TODAY = '2026-11-22';
const MONTH = addDays(TODAY, -29);

const stretch: Habit = { ...SAMPLE_HABIT, startDay: '2026-11-01' };
const read: Habit = {
  ...stretch,
  id: '10000000-0000-4000-8000-000000000002',
  kind: { type: 'amount', unit: 'pages', target: 40, direction: 'at-least' },
};

async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

function begin() {
  const bridge = createFakeBridge({
    habits: [stretch, read],
    checkIns: {
      [`${stretch.id} 2026-11-20`]: { mark: 'done', amount: null, note: 'slow' },
      [`${read.id} 2026-11-21`]: { mark: 'done', amount: 25.5, note: null },
    },
  });
  const client = createClient(bridge);
  const habits = createHabits(client);
  const overview = createOverview(client, habits);
  const problems: string[] = [];
  const look = (from: string, to: string): void =>
    overview.look(from, to, TODAY, ({ code }) => void problems.push(code));
  const asked = (): string[] =>
    bridge.calls.flatMap(({ channel, payload }) =>
      channel === 'habits.grid' ? [(payload as { readonly from: string }).from] : [],
    );
  return { bridge, habits, overview, problems, look, asked };
}

const stateOn = (overview: Overview, day: string, habit = stretch): string | undefined =>
  overview.cellOf(habit.id, day)?.state;

describe('the overview', () => {
  it('asks for what is looked at and, behind that, for what lies beside it; none of it twice', async () => {
    const { overview, look, asked } = begin();
    look(MONTH, TODAY);
    await settled();
    const seen = blocksOf(MONTH, TODAY).map((block) => rangeOfBlock(block).from);
    expect(asked().slice(0, seen.length)).toEqual(seen);
    // On the right lies what is still to come.
    const before = rangeOfBlock(blocksOf(MONTH, TODAY)[0]! - 1).from;
    expect(asked()).toContain(before);
    expect(new Set(asked()).size).toBe(asked().length);
    const count = asked().length;
    look(addDays(MONTH, -1), addDays(TODAY, -1));
    await settled();
    expect(asked().length).toBe(count);
    expect(overview.lineOf(stretch.id, '2026-11-19', 4)).toEqual({ signs: 'odoo', amounts: '', notes: '1' });
    expect(readLine(overview.lineOf(read.id, '2026-11-19', 4)).amounts).toEqual(new Map([[2, 25.5]]));
  });

  it('shows a mark at once, and what storage made of it behind that', async () => {
    const { overview, look } = begin();
    look(MONTH, TODAY);
    await settled();
    const answer = overview.checkIn(stretch, TODAY, { type: 'done' }, TODAY);
    expect(stateOn(overview, TODAY)).toBe('done');
    expect(overview.lineOf(stretch.id, TODAY, 1).signs).toBe('d');
    await answer;
    overview.reload();
    await settled();
    expect(stateOn(overview, TODAY)).toBe('done');
  });

  it('shows no amount under a limit that was kept, as storage writes none', () => {
    const limit: Habit = { ...read, kind: { type: 'amount', unit: 'cups', target: 2, direction: 'at-most' } };
    const before = { state: 'open', amount: null, hasNote: false } as const;
    expect(markedCell(limit, TODAY, before, { type: 'done' }, TODAY)).toMatchObject({ state: 'done', amount: null });
    expect(markedCell(read, TODAY, before, { type: 'done' }, TODAY)).toMatchObject({ state: 'done', amount: 40 });
  });

  it('shows the last of several quick marks, whatever comes in between', async () => {
    const { overview, look } = begin();
    look(MONTH, TODAY);
    await settled();
    const first = overview.checkIn(stretch, TODAY, { type: 'done' }, TODAY);
    const second = overview.checkIn(stretch, TODAY, { type: 'clear' }, TODAY);
    overview.reload();
    expect(stateOn(overview, TODAY)).toBe('open');
    await Promise.all([first, second]);
    await settled();
    expect(stateOn(overview, TODAY)).toBe('open');
  });

  it('does not hold on to a mark that was changed elsewhere afterwards', async () => {
    const { bridge, overview, look } = begin();
    look(MONTH, TODAY);
    await settled();
    await overview.checkIn(stretch, TODAY, { type: 'done' }, TODAY);
    overview.reload();
    await settled();
    await bridge.invoke('habits.check-in', { habitId: stretch.id, day: TODAY, mark: { type: 'skipped' } });
    overview.reload();
    await settled();
    expect(stateOn(overview, TODAY)).toBe('skipped');
  });

  it('follows a mark that is given elsewhere on the page', async () => {
    const { habits, overview, look } = begin();
    look(MONTH, TODAY);
    await settled();
    await habits.readDays(stretch.id, TODAY, TODAY);
    const answer = habits.checkIn(stretch, TODAY, { type: 'skipped' }, TODAY);
    expect(stateOn(overview, TODAY)).toBe('skipped');
    await answer;
    await settled();
    expect(stateOn(overview, TODAY)).toBe('skipped');
  });

  it('takes a mark back that was not written', async () => {
    const { bridge, overview, look } = begin();
    look(MONTH, TODAY);
    await settled();
    bridge.fail('habits.check-in', { code: 'disk-full' });
    const result = await overview.checkIn(stretch, TODAY, { type: 'done' }, TODAY);
    expect(result.ok).toBe(false);
    expect(stateOn(overview, TODAY)).toBe('open');
  });

  it('keeps what it shows while it asks again, and drops what nobody looks at', async () => {
    const { overview, look, asked } = begin();
    const longAgo = '2024-03-01';
    look(addDays(longAgo, -29), longAgo);
    await settled();
    look(MONTH, TODAY);
    await settled();
    expect(stateOn(overview, longAgo)).toBe('not-due');
    overview.reload();
    expect(stateOn(overview, TODAY)).toBe('open');
    expect(stateOn(overview, longAgo)).toBeUndefined();
    const count = asked().length;
    await settled();
    expect(asked().length).toBeGreaterThanOrEqual(count);
  });

  it('tells of a question that was not answered, and forgets all on a lock', async () => {
    const { bridge, overview, look, problems } = begin();
    bridge.fail('habits.grid', { code: 'internal' });
    look(TODAY, TODAY);
    await settled();
    expect(problems).toEqual(['internal']);
    bridge.fail('habits.grid', null);
    look(TODAY, TODAY);
    await settled();
    expect(stateOn(overview, TODAY)).toBe('open');
    overview.store.setState({ closed: new Set(['Health']), last: '2020-01-01' });
    overview.clear();
    expect(stateOn(overview, TODAY)).toBeUndefined();
    expect(overview.store.getState()).toMatchObject({ last: null, closed: new Set() });
  });
});
