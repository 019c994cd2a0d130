import { describe, expect, it } from 'vitest';
import { readInstant } from '../moments.ts';
import { readEntryTime } from './entry-time.ts';

describe('readEntryTime', () => {
  it('takes the day of the zone of the entry', () => {
    expect(readEntryTime({ creationDate: '2024-04-19T21:48:36Z', timeZone: 'Europe/London' })?.day).toBe('2024-04-19');
    expect(readEntryTime({ creationDate: '2024-04-19T23:48:36Z', timeZone: 'Europe/London' })?.day).toBe('2024-04-20');
    expect(readEntryTime({ creationDate: '2024-04-19T02:00:00Z', timeZone: 'America/New_York' })?.day).toBe(
      '2024-04-18',
    );
  });

  it('gives an all-day entry the day that began at its moment', () => {
    expect(readEntryTime({ creationDate: '2024-04-16T23:00:00Z', timeZone: 'Europe/Dublin', isAllDay: true })).toEqual({
      day: '2024-04-17',
      createdAt: '2024-04-16T23:00:00.000Z',
      zone: 'Europe/Dublin',
      zoneKnown: true,
    });
    // Midnight did not exist there on this day.
    expect(
      readEntryTime({ creationDate: '2024-09-08T04:00:00Z', timeZone: 'America/Santiago', isAllDay: true })?.day,
    ).toBe('2024-09-08');
  });

  it.each([
    ['2024-04-16T23:00:00Z', '2024-04-17'],
    ['2024-04-17T00:00:00Z', '2024-04-17'],
    ['2024-04-17T08:00:00Z', '2024-04-17'],
    ['2024-04-16T13:00:00Z', '2024-04-17'],
  ])('finds the day of an all-day entry without a zone (%s)', (creationDate, day) => {
    expect(readEntryTime({ creationDate, isAllDay: true })).toMatchObject({ day, zone: 'UTC', zoneKnown: false });
  });

  it('knows zones by name, by place and by offset, and says when it does not', () => {
    const creationDate = '2024-04-16T23:00:00Z';
    const location = { timeZoneName: 'Asia/Tokyo' };
    expect(readEntryTime({ creationDate, timeZone: 'GMT+0530' })).toMatchObject({ day: '2024-04-17', zone: '+05:30' });
    expect(readEntryTime({ creationDate, location })).toMatchObject({ zone: 'Asia/Tokyo', zoneKnown: true });
    expect(readEntryTime({ creationDate, timeZone: 'Mars/Olympus', location })).toMatchObject({ zone: 'Asia/Tokyo' });
    for (const timeZone of ['Mars/Olympus', '', 'x'.repeat(100), 5, null, {}]) {
      expect(readEntryTime({ creationDate, timeZone })).toMatchObject({
        day: '2024-04-16',
        zone: 'UTC',
        zoneKnown: false,
      });
    }
  });

  it('is null without a moment that can be read', () => {
    for (const creationDate of [
      undefined,
      null,
      5,
      '',
      'yesterday',
      '2024-13-01T00:00:00Z',
      '2024-04-17',
      '+012024-01-01T00:00:00Z',
    ]) {
      expect(readEntryTime({ creationDate })).toBeNull();
    }
    // The year 10000 in the entry's own zone.
    expect(readEntryTime({ creationDate: '9999-12-31T23:00:00Z', timeZone: 'Asia/Tokyo' })).toBeNull();
  });
});

it('readInstant gives milliseconds and Z', () => {
  expect(readInstant('2024-04-16T23:00:00Z')).toBe('2024-04-16T23:00:00.000Z');
  expect(readInstant('2024-04-16T23:00:00.123456+01:00')).toBe('2024-04-16T22:00:00.123Z');
});
