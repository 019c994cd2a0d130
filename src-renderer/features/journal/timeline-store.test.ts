import { expect, it } from 'vitest';
import { addDays } from '../../../src-shared/domain/day.ts';
import type { Bridge } from '../../../src-shared/contract/index.ts';
import { ok } from '../../../src-shared/result.ts';
import { createClient } from '../../bridge/client.ts';
import { createTimeline } from './timeline-store.ts';

const NEWEST = '2026-11-22';
const DAYS = 1000;

/** Days without entries, a page at a time: what is asked for matters here, not what stands in it. */
function bridge(asked: (string | null)[]): Bridge {
  return {
    invoke: (_channel, input) => {
      const { before, limit } = input as { before: string | null; limit: number };
      asked.push(before);
      const from = before === null ? 0 : Math.round((Date.parse(NEWEST) - Date.parse(before)) / 86_400_000) + 1;
      const count = Math.min(limit, 100, DAYS - from);
      const days = Array.from({ length: count }, (_, index) => ({
        day: addDays(NEWEST, -(from + index)),
        entries: [],
      }));
      return Promise.resolve(ok({ days, next: from + count < DAYS ? days.at(-1)!.day : null, total: 0 }));
    },
    on: () => () => {},
  };
}

it('shows the way to the oldest day once, when all of it is there, whatever the scroll asks for meanwhile', async () => {
  const asked: (string | null)[] = [];
  const timeline = createTimeline(createClient(bridge(asked)));
  timeline.watch((error) => expect.fail(error.code));
  await expect.poll(() => timeline.store.getState().days?.length).toBe(60);
  let shown = 0;
  timeline.store.subscribe(() => (shown += 1));
  const [toEnd, more] = [timeline.loadToEnd(), timeline.loadMore()];
  expect(await more).toBeNull();
  expect(await toEnd).toBeNull();
  const { days, next } = timeline.store.getState();
  expect(next).toBeNull();
  expect(days?.map(({ day }) => day)).toEqual(Array.from({ length: DAYS }, (_, index) => addDays(NEWEST, -index)));
  expect(shown).toBeLessThanOrEqual(2);
});
