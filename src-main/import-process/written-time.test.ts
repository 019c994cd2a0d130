import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daySchema, instantSchema, zoneSchema } from '../../src-shared/contract/values.ts';
import { dateAtStart, dayText, momentOf, readWrittenTime, timeAtStart, usableZone } from './written-time.ts';

function read(text: string): string | null {
  const time = readWrittenTime(text);
  const moment = time === null ? null : momentOf(time, 'Europe/Vienna');
  return moment === null ? null : `${moment.day} ${moment.instant} ${moment.zone}`;
}

describe('readWrittenTime', () => {
  it.each([
    '2024-05-01',
    '2024/5/1',
    '2024_05_01',
    '2024.05.01',
    '20240501',
    '1.5.2024',
    '01. 05. 2024',
    'May 1, 2024',
    'may 1st 2024',
    'Wed, May 1 2024',
    'Wednesday, May 1st 2024',
    'Mittwoch, 1. Mai 2024',
    '1 mai 2024',
    '1er mai 2024',
    '1 de mayo de 2024',
    'onsdag 1 maj 2024',
    '2024年5月1日',
    '2024 May 1',
    '[[2024-05-01]]',
    ' 2024-05-01 ',
  ])('takes %s for a day', (text) => {
    expect(read(text)).toBe('2024-05-01 2024-05-01T10:00:00.000Z Europe/Vienna');
  });

  it.each([
    ['2024-05-01 14:30', '2024-05-01 2024-05-01T12:30:00.000Z Europe/Vienna'],
    ['2024-05-01T14:30:05.250', '2024-05-01 2024-05-01T12:30:05.250Z Europe/Vienna'],
    ['2024-05-01 02:30 pm', '2024-05-01 2024-05-01T12:30:00.000Z Europe/Vienna'],
    ['2024-05-01 12:05 AM', '2024-05-01 2024-04-30T22:05:00.000Z Europe/Vienna'],
    ['May 1, 2024 at 2:30 p.m.', '2024-05-01 2024-05-01T12:30:00.000Z Europe/Vienna'],
    ['1. Mai 2024 um 14:30 Uhr', '2024-05-01 2024-05-01T12:30:00.000Z Europe/Vienna'],
    ['1 mai 2024 14h30', '2024-05-01 2024-05-01T12:30:00.000Z Europe/Vienna'],
    ['202405011430', '2024-05-01 2024-05-01T12:30:00.000Z Europe/Vienna'],
    ['20240501T143005Z', '2024-05-01 2024-05-01T14:30:05.000Z Europe/Vienna'],
    ['2024-05-01T23:30:00Z', '2024-05-02 2024-05-01T23:30:00.000Z Europe/Vienna'],
    ['2024-05-01T14:30:00+02:00', '2024-05-01 2024-05-01T12:30:00.000Z Europe/Vienna'],
    // Written elsewhere: the day and the zone stay those of the place.
    ['2024-05-01T20:30:00-0700', '2024-05-01 2024-05-02T03:30:00.000Z -07:00'],
    [
      'Wed May 01 2024 14:30:00 GMT+0200 (Central European Summer Time)',
      '2024-05-01 2024-05-01T12:30:00.000Z Europe/Vienna',
    ],
    // An hour that the clocks leave out, and one that comes twice.
    ['2024-03-31 02:30', '2024-03-31 2024-03-31T01:30:00.000Z Europe/Vienna'],
    ['2024-10-27 02:30', '2024-10-27 2024-10-27T00:30:00.000Z Europe/Vienna'],
  ])('takes %s for a time', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    'soon',
    '14:30',
    '2024-02-30',
    '2024-13-01',
    '2024-05-01 25:00',
    '2024-05-01 and more',
    '5',
    '0000-01-01',
    '1/2',
    'May 2024',
    'Foo 1, 2024',
  ])('does not take %j', (text) => {
    expect(read(text)).toBeNull();
  });

  it('reads 3/4/2024 as it is told to, and says that it might mean another day', () => {
    const days = (text: string): unknown[] =>
      (['month-first', 'day-first'] as const).map((order) => {
        const time = readWrittenTime(text, order)!;
        return [dayText(time), time.isAmbiguous];
      });
    expect(days('3/4/2024')).toEqual([
      ['2024-03-04', true],
      ['2024-04-03', true],
    ]);
    expect(days('13/4/2024')).toEqual([
      ['2024-04-13', false],
      ['2024-04-13', false],
    ]);
    expect(days('4/13/2024')).toEqual([
      ['2024-04-13', false],
      ['2024-04-13', false],
    ]);
    expect(days('5/5/2024')).toEqual([
      ['2024-05-05', false],
      ['2024-05-05', false],
    ]);
  });

  it('gives values of the contract for any text', () => {
    const part = fc.constantFrom(
      '2024',
      '05',
      '1',
      '31',
      '-',
      '/',
      '.',
      ' ',
      'T',
      ':',
      'May',
      'Mon',
      ',',
      'Z',
      '+02:00',
      'pm',
      '9999',
      '0001',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 12 }),
        fc.constantFrom('Europe/Vienna', 'Pacific/Apia', '-07:00'),
        (parts, zone) => {
          const time = readWrittenTime(parts.join(''));
          const moment = time === null ? null : momentOf(time, zone);
          if (moment === null) return;
          expect([
            daySchema.safeParse(moment.day).success,
            instantSchema.safeParse(moment.instant).success,
            zoneSchema.safeParse(moment.zone).success,
          ]).toEqual([true, true, true]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('takes no time over long texts', () => {
    const start = performance.now();
    for (const text of [
      '1'.repeat(1e6),
      ' '.repeat(1e6),
      `2024-05-01${' '.repeat(1e6)}x`,
      'a'.repeat(1e6),
      `[[${'['.repeat(1e6)}`,
    ]) {
      expect(readWrittenTime(text)).toBeNull();
      dateAtStart(text);
      timeAtStart(text);
    }
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('usableZone', () => {
  it('knows what Intl knows', () => {
    expect(['Europe/Vienna', '+02:00', 'UTC'].map(usableZone)).toEqual([true, true, true]);
    expect(['', 'Mars/Phobos', 'x'.repeat(100)].map(usableZone)).toEqual([false, false, false]);
  });
});
