import { describe, expect, it } from 'vitest';
import { entriesContract } from '../../../src-shared/contract/entries.ts';
import { habitsContract } from '../../../src-shared/contract/habits.ts';
import { addDays } from '../../../src-shared/domain/day.ts';
import { SAMPLE_DAYS, samplePlan, type SampleItem, type SampleLanguage } from './sample-plan.ts';
import { drawnPicture } from './sample-picture.ts';
import { SAMPLE_PICTURES } from './sample-texts.ts';

const TODAY = '2026-11-26';
const MOMENT = { today: TODAY, now: Date.parse('2026-11-26T05:00:00Z'), zone: 'Europe/Vienna' };
const ID = '00000000-0000-4000-8000-000000000000';
const LANGUAGES: readonly SampleLanguage[] = ['en', 'de'];

function of<K extends SampleItem['kind']>(plan: readonly SampleItem[], kind: K): Extract<SampleItem, { kind: K }>[] {
  return plan.filter((item): item is Extract<SampleItem, { kind: K }> => item.kind === kind);
}

describe.each(LANGUAGES)('the sample journal in %s', (language) => {
  const plan = samplePlan(language, MOMENT);

  it('holds what an entry and a habit of a person may hold', () => {
    for (const { day, body, title, location, mood, tags, starred } of of(plan, 'entry')) {
      const entry = { id: ID, day, body, title, location, mood, tags: [...tags], starred };
      expect(entriesContract['entries.write'].input.safeParse(entry).success).toBe(true);
    }
    for (const { fields } of of(plan, 'habit')) {
      const { archived: _archived, position: _position, ...words } = fields;
      expect(habitsContract['habits.create'].input.safeParse({ id: ID, ...words }).success).toBe(true);
    }
  });

  it('reaches six weeks back, is over now, and remembers a year and two years ago', () => {
    const days = of(plan, 'entry').map(({ day }) => day);
    expect(days.filter((day) => day > addDays(TODAY, -SAMPLE_DAYS)).length).toBeGreaterThan(24);
    expect(days).toContain(TODAY);
    expect(days).toContain(addDays(TODAY, -365));
    expect(Math.max(...plan.map(({ at }) => at))).toBeLessThanOrEqual(MOMENT.now);
    expect(of(plan, 'check-in').every(({ day }) => day < TODAY && day > addDays(TODAY, -SAMPLE_DAYS))).toBe(true);
  });

  it('has habits of every kind, and a pause without a tick in it', () => {
    const kinds = new Set(of(plan, 'habit').map(({ fields }) => fields.kind.type));
    expect([...kinds].toSorted()).toEqual(['amount', 'minutes', 'quit', 'yes-no']);
    const schedules = new Set(of(plan, 'habit').map(({ fields }) => fields.schedule.type));
    expect(schedules.size).toBeGreaterThanOrEqual(4);
    const [pause] = of(plan, 'pause');
    const inPause = of(plan, 'check-in').filter(
      ({ habit, day }) => habit === pause?.habit && day >= pause.from && day <= pause.to,
    );
    expect(inPause).toEqual([]);
    expect(of(plan, 'check-in').filter(({ habit }) => habit === pause?.habit).length).toBeGreaterThan(4);
  });

  it('rings at no time', () => {
    expect(of(plan, 'habit').flatMap(({ fields }) => fields.reminders)).toEqual([]);
  });

  it('shows each of its pictures in a text', () => {
    const texts = of(plan, 'entry').map(({ body }) => body);
    const shown = [...texts.join('').matchAll(/\]\(sample:(\w+)\)/g)].map(([, picture]) => picture);
    expect(shown.toSorted()).toEqual([...SAMPLE_PICTURES].toSorted());
  });

  it('is the same whenever it is made on a day, and one day on it is a day later', () => {
    expect(samplePlan(language, MOMENT)).toEqual(plan);
    const next = { ...MOMENT, today: addDays(TODAY, 1), now: MOMENT.now + 86_400_000 };
    expect(of(samplePlan(language, next), 'entry').map(({ day }) => day)).toEqual(
      of(plan, 'entry').map(({ day }) => addDays(day, 1)),
    );
  });
});

it('says the same in both languages', () => {
  const [en, de] = LANGUAGES.map((language) => samplePlan(language, MOMENT));
  const shape = (plan: readonly SampleItem[] = []): unknown[] =>
    plan.map((item) =>
      item.kind === 'entry' ? [item.day, item.mood, item.starred, item.tags.length] : [item.kind, item.at],
    );
  expect(shape(de)).toEqual(shape(en));
});

it('draws pictures that a picture reader knows', () => {
  for (const picture of SAMPLE_PICTURES) {
    const png = Buffer.from(drawnPicture(picture, 60, 40));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([60, 40]);
  }
});
