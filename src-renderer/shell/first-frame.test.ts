import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../../src-shared/result.ts';
import { createEntries } from '../features/entries/entries-store.ts';
import { createHabits } from '../features/habits/habits-store.ts';
import { createTimeline } from '../features/journal/timeline-store.ts';
import { createFirstFrame, HOLD_AT_MOST } from './first-frame.ts';
import { createRoute } from './route.ts';
import { createSession } from './session.ts';

const DAY = '2026-11-22';
const ANSWERS: Readonly<Record<string, unknown>> = {
  'entries.on-day': { entries: [] },
  'entries.tags': { tags: [{ tag: 'garden', count: 2 }] },
  'habits.overview': { habits: [] },
  'habits.pauses': { pauses: [] },
};

/** What is not asked about here goes wrong, which stops nothing. */
function answerOf(channel: string): unknown {
  const answer = ANSWERS[channel];
  return answer === undefined ? err('internal') : ok(answer);
}

function begin(answer: (channel: string) => Promise<unknown>) {
  const asked: string[] = [];
  const client = {
    invoke: (channel: string) => {
      asked.push(channel);
      return answer(channel);
    },
    on: () => () => {},
  } as never;
  const session = createSession(client);
  session.store.setState({ today: { day: DAY } as never });
  const route = createRoute();
  const parts = {
    client,
    route,
    session,
    entries: createEntries(client, () => 'id'),
    habits: createHabits(client),
    timeline: createTimeline(client),
  };
  return { asked, ...parts, firstFrame: createFirstFrame(parts) };
}

describe('the first frame of the open vault', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('has the day, its habits and what stands beside them', async () => {
    const { asked, entries, habits, firstFrame } = begin((channel) => Promise.resolve(answerOf(channel)));
    let isThere = false;
    void firstFrame.prepare().then(() => (isThere = true));
    await vi.advanceTimersByTimeAsync(1);
    expect(isThere).toBe(true);
    expect(asked).toEqual(expect.arrayContaining(['entries.on-day', 'entries.memories', 'habits.overview']));
    expect(entries.store.getState().days[DAY]).toEqual([]);
    expect(habits.store.getState().overview).toEqual([]);
    expect(firstFrame.answered('entries.tags', '{}')).toEqual(ANSWERS['entries.tags']);
    expect(firstFrame.answered('entries.memories', '{"day":"2020-01-01"}')).toBeNull();
  });

  it('keeps nobody waiting, and nothing for later', async () => {
    const { firstFrame } = begin((channel) =>
      channel === 'entries.on-day' ? new Promise(() => {}) : Promise.resolve(answerOf(channel)),
    );
    let isThere = false;
    void firstFrame.prepare().then(() => (isThere = true));
    await vi.advanceTimersByTimeAsync(HOLD_AT_MOST - 1);
    expect(isThere).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isThere).toBe(true);
    expect(firstFrame.answered('entries.tags', '{}')).not.toBeNull();
    await vi.advanceTimersByTimeAsync(2000);
    expect(firstFrame.answered('entries.tags', '{}')).toBeNull();
  });
});
