import { describe, expect, it } from 'vitest';
import { seriesOf } from '../../../src-shared/domain/writing-statistics.ts';
import { axisLabels, groupName } from './chart-names.ts';
import type { Grouping } from './chart-names.ts';

const TO = '2026-11-22';

function labels(grouping: Grouping, from: string, weekStart = 1): string[] {
  const series = seriesOf([], { from, to: TO, grouping, weekStart });
  return axisLabels('en-GB', grouping, series, weekStart).filter((label) => label !== null);
}

describe('the names below an axis', () => {
  it('are the beginnings of weeks below days', () => {
    expect(labels('day', '2026-10-24')).toEqual(['26 Oct', '2 Nov', '9 Nov', '16 Nov']);
    expect(labels('day', '2026-10-24', 7)).toEqual(['25 Oct', '1 Nov', '8 Nov', '15 Nov', '22 Nov']);
    expect(labels('day', '2026-08-23')).toEqual(['24 Aug', '7 Sept', '21 Sept', '5 Oct', '19 Oct', '2 Nov', '16 Nov']);
  });

  it('are every month once below weeks, January by its year', () => {
    const months = ['Dec', '2026', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov'];
    for (const weekStart of [1, 6, 7]) {
      expect(labels('week', weekStart === 1 ? '2025-12-01' : '2025-11-29', weekStart)).toEqual(months);
    }
  });

  it('are quarters below few months, years below many, and never more than a page has room for', () => {
    expect(labels('month', '2025-06-10')).toEqual(['Jul', 'Oct', '2026', 'Apr', 'Jul', 'Oct']);
    expect(labels('month', '2020-03-01')).toEqual(['2021', '2022', '2023', '2024', '2025', '2026']);
    expect(labels('month', '2008-03-01')).toEqual([
      '2010',
      '2012',
      '2014',
      '2016',
      '2018',
      '2020',
      '2022',
      '2024',
      '2026',
    ]);
    for (const from of ['2001-01-01', '1950-05-05', '1753-01-01', '0900-01-01']) {
      expect(labels('year', from).length).toBeLessThanOrEqual(11);
      expect(labels('year', from).length).toBeGreaterThan(2);
    }
  });
});

describe('the name of a group', () => {
  it('says which days it holds', () => {
    const group = { from: '2026-11-16', to: TO, entries: 0, words: 0, mood: null };
    expect(groupName('en-GB', 'day', { ...group, from: TO })).toBe('Sunday, 22 November 2026');
    expect(groupName('en-GB', 'week', group)).toMatch(/^16\s?–\s?22 Nov 2026$/u);
    expect(groupName('en-GB', 'month', group)).toBe('November 2026');
    expect(groupName('en-GB', 'year', group)).toBe('2026');
  });
});
