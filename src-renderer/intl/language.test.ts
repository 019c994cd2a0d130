import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../src-shared/result.ts';
import { dayAndMonth, isoWeekdayName, timeOfDay, weekdayName } from './dates.ts';
import { en } from './en.ts';
import { createEnglish } from '../testing/english.ts';

const language = createEnglish('en-GB');

describe('the error catalogue', () => {
  it.each(ERROR_CODES)('says what happened and what is safe for %s', (code) => {
    const sentence = language.sayError({ code, retryAfterMs: 3000, logId: 'L42' });
    expect(sentence).not.toContain('error.');
    expect(sentence.match(/[.!?]/g)?.length ?? 0).toBeGreaterThanOrEqual(2);
    expect(sentence).toMatch(/safe|Nothing|not changed|left as it is|not checked/i);
  });

  it('names the line of the log only where there is one', () => {
    expect(language.sayError({ code: 'internal', logId: 'L42' })).toContain('L42');
    expect(language.sayError({ code: 'internal' })).not.toMatch(/log|null/);
  });

  it('counts the seconds of a wait', () => {
    expect(language.sayError({ code: 'try-later', retryAfterMs: 1000 })).toContain('in 1 second.');
    expect(language.sayError({ code: 'try-later', retryAfterMs: 7200 })).toContain('in 8 seconds.');
  });
});

describe('the catalogue', () => {
  it.each(Object.entries(en))('holds %s with no spaces around it and no dash for a pause', (_id, sentence) => {
    expect(sentence.trim()).toBe(sentence);
    expect(sentence).not.toMatch(/ [–—-] /);
  });

  it('chooses the words for one and for many', () => {
    expect(language.say('entry.words', { count: 1 })).toBe('1 word');
    expect(language.say('entry.words', { count: 1200 })).toBe('1,200 words');
    expect(language.say('rebuilt.unreadable', { count: 0 })).toBe('Nothing was left behind.');
  });
});

describe('dates', () => {
  it('are written in the person’s own English', () => {
    expect(dayAndMonth('en-GB', '2026-11-22')).toBe('22 November');
    expect(dayAndMonth('en-US', '2026-11-22')).toBe('November 22');
  });

  it('name the days of the contract’s week', () => {
    expect(weekdayName('en-GB', '2026-11-22')).toBe('Sunday');
    expect([1, 7].map((weekday) => isoWeekdayName('en-GB', weekday))).toEqual(['Monday', 'Sunday']);
  });

  it('keep an entry’s time in the zone it was begun in', () => {
    expect(timeOfDay('en-GB', '2026-11-22T23:30:00.000Z', 'Asia/Tokyo')).toBe('08:30');
    expect(timeOfDay('en-GB', '2026-11-22T23:30:00.000Z', 'Not/AZone')).toBe('23:30');
  });
});
