import { describe, expect, it } from 'vitest';
import { browserLanguageOf, chooseLanguage, LANGUAGES, WORDS } from './choose-language.ts';
import type { LanguageSetting } from './choose-language.ts';

const choose = (setting: LanguageSetting, languages: readonly string[]) =>
  chooseLanguage({ setting, forced: null, languages });

describe('the language of the words', () => {
  it.each([
    [['de-AT', 'en-US'], 'de', 'de-AT'],
    [['fr-FR', 'de-CH', 'en-US'], 'de', 'de-CH'],
    [['en-US', 'de-AT'], 'en', 'en-US'],
    [['en-AU'], 'en', 'en-AU'],
    [['de'], 'de', 'de'],
    [['DE-at'], 'de', 'de-AT'],
    [['ja'], 'en', 'en-GB'],
    [[], 'en', 'en-GB'],
    [['C', 'not a tag', 'x', 'de_AT'], 'en', 'en-GB'],
  ])('of a system that wants %j is %s, with the dates of %s', (languages, words, locale) => {
    expect(choose('system', languages)).toEqual({ words, locale, direction: 'ltr' });
  });

  it('is the one that was set, with dates of the person’s own place', () => {
    expect(choose('de', ['en-US'])).toMatchObject({ words: 'de', locale: 'de-DE' });
    expect(choose('de', ['en-US', 'de-AT'])).toMatchObject({ words: 'de', locale: 'de-AT' });
    expect(choose('de', ['fr-CH'])).toMatchObject({ words: 'de', locale: 'de-CH' });
    expect(choose('en', ['de-AT'])).toMatchObject({ words: 'en', locale: 'en-AT' });
    expect(choose('en', ['de-AT', 'en-US'])).toMatchObject({ words: 'en', locale: 'en-US' });
    expect(choose('en', ['ja'])).toMatchObject({ words: 'en', locale: 'en-GB' });
  });

  it('is QA’s where QA says so: dates of a made-up language are English', () => {
    const languages = ['de-AT', 'en-US'];
    expect(chooseLanguage({ setting: 'en', forced: 'de', languages })).toMatchObject({ words: 'de', locale: 'de-AT' });
    expect(chooseLanguage({ setting: 'de', forced: 'pseudo', languages })).toEqual({
      words: 'pseudo',
      locale: 'en-US',
      direction: 'ltr',
    });
    expect(chooseLanguage({ setting: 'de', forced: 'pseudo-rtl', languages: [] })).toEqual({
      words: 'pseudo-rtl',
      locale: 'en-GB',
      direction: 'rtl',
    });
  });

  it('offers nobody what is made up', () => {
    expect(LANGUAGES).toEqual(['en', 'de']);
    expect(WORDS).toEqual(['en', 'de', 'pseudo', 'pseudo-rtl']);
  });
});

it.each([
  ['de', 'de-AT', 'de'],
  ['en', 'en-US', 'en-US'],
  ['en', 'en-PH', 'en-US'],
  ['en', 'en-GB', 'en-GB'],
  ['en', 'en-AT', 'en-GB'],
  ['en', 'en-AU', 'en-GB'],
  ['en', 'en-CA', 'en-GB'],
  ['pseudo', 'en-US', 'en-US'],
] as const)('Chromium speaks beside %s of %s: %s', (words, locale, language) => {
  expect(browserLanguageOf({ words, locale })).toBe(language);
});
