import { describe, expect, it } from 'vitest';
import { expandTemplate } from '../../../src-shared/domain/template.ts';
import { createEnglish } from '../../testing/english.ts';
import { builtInTemplates } from './built-in.ts';
import { fieldValue } from './field-values.ts';

const context = {
  locale: 'en-GB',
  day: '2026-01-01',
  now: '2026-11-22T22:30:00.000Z',
  zone: 'Europe/Vienna',
  prompt: 'What was good?',
};
const expand = (body: string): string => expandTemplate(body, (field) => fieldValue(field, context));

describe('the fields of a template', () => {
  it('tell the entry’s day, and the present time', () => {
    expect(expand('{{weekday}}, {{date}}, {{time}}')).toBe('Thursday, 1 January 2026, 23:30');
    expect(expand('{{day}}/{{month}}/{{year}}')).toBe('1/January/2026');
    expect(expand('{{yesterday}} – {{tomorrow}}')).toBe('31 December 2025 – 2 January 2026');
    // ISO 8601: the week of the year that has its Thursday.
    expect(expand('{{week}}')).toBe('1');
    expect(expand('{{prompt}}')).toBe('What was good?');
  });
});

describe('the templates that everybody has', () => {
  it('use no field that is none, and put the caret somewhere', () => {
    const templates = builtInTemplates(createEnglish('en').say);
    expect(templates.length).toBeGreaterThan(3);
    for (const { name, body } of templates) {
      expect([name, expand(body)]).not.toEqual([name, expect.stringMatching(/[{}]/u)]);
      expect(body.match(/\{\{cursor\}\}/gu)).toHaveLength(1);
    }
  });
});
