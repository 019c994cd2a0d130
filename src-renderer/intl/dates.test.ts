import { expect, it, vi } from 'vitest';
import { fullDate, timeOfDay, weekdayName } from './dates.ts';

it('makes each formatter once, however many days are named', () => {
  const made = vi.spyOn(Intl, 'DateTimeFormat');
  for (let day = 10; day < 30; day += 1) {
    fullDate('en-GB', `2026-11-${day}`);
    weekdayName('en-GB', `2026-11-${day}`);
    timeOfDay('en-GB', `2026-11-${day}T08:00:00Z`, 'Asia/Tokyo');
    timeOfDay('en-GB', `2026-11-${day}T08:00:00Z`, 'Europe/Vienna');
  }
  expect(made).toHaveBeenCalledTimes(4);
  made.mockRestore();
  expect(timeOfDay('en-GB', '2026-11-22T08:00:00Z', 'Asia/Tokyo')).toBe('17:00');
  expect(timeOfDay('en-GB', '2026-11-22T08:00:00Z', 'Europe/Vienna')).toBe('09:00');
});
