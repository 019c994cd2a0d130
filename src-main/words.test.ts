import { describe, expect, it } from 'vitest';
import type { LanguageSetting } from '../src-shared/intl/choose-language.ts';
import { followLanguage, languagesOfEnvironment, mainWords } from './words.ts';

describe('what main says', () => {
  it('is in the language of the words, with numbers of the person’s place', () => {
    const english = mainWords({ words: 'en', locale: 'en-GB', direction: 'ltr' });
    expect(english.say('reminder.waiting', { count: 1 })).toBe('A habit is waiting');
    expect(english.say('book.entries', { count: 1200 })).toBe('1,200 entries');
    const german = mainWords({ words: 'de', locale: 'de-DE', direction: 'ltr' });
    expect(german.say('reminder.waiting', { count: 3 })).toBe('3 Gewohnheiten warten');
    expect(german.say('book.entries', { count: 1200 })).toBe('1.200 Einträge');
    const swiss = mainWords({ words: 'de', locale: 'de-CH', direction: 'ltr' });
    expect(swiss.say('book.entries', { count: 1200 })).toMatch(/^1['’]200 Einträge$/u);
  });

  it('leaves signs of the syntax in what a person wrote alone', () => {
    const { say } = mainWords({ words: 'en', locale: 'en-GB', direction: 'ltr' });
    expect(say('tray.inWindow', { name: '{x} <b> # ’' })).toBe('{x} <b> # ’…');
  });

  it('is marked in QA’s language, menus too', () => {
    const { say, actions } = mainWords({ words: 'pseudo', locale: 'en-GB', direction: 'ltr' });
    expect(say('tray.lock')).toBe('⟦Ļóóçķ⟧');
    expect(actions['menu.lock']).toBe('⟦Ļóóçķ Ñóóŵ⟧');
  });

  it('follows the setting, and is the same as long as that is', () => {
    let setting: LanguageSetting = 'system';
    const words = followLanguage({ setting: () => setting, forced: null, languages: ['de-AT'] });
    const first = words();
    expect(first.language).toEqual({ words: 'de', locale: 'de-AT', direction: 'ltr' });
    setting = 'de';
    expect(words()).toBe(first);
    setting = 'en';
    expect(words().say('tray.lock')).toBe('Lock');
  });
});

it.each([
  [{ LANG: 'de_AT.UTF-8' }, ['de-AT']],
  [{ LANGUAGE: 'de_CH:fr', LANG: 'en_GB.UTF-8' }, ['de-CH', 'fr', 'en-GB']],
  [{ LANG: 'en_GB', LC_MESSAGES: 'de_DE@euro' }, ['de-DE']],
  [{ LANG: 'en_GB', LC_MESSAGES: 'de_DE', LC_ALL: 'fr_FR' }, ['fr-FR']],
  [{ LANG: 'C.UTF-8' }, []],
  [{ LANG: 'POSIX', LANGUAGE: '' }, []],
  [{}, []],
])('an environment of %j wants %j', (environment, languages) => {
  expect(languagesOfEnvironment(environment)).toEqual(languages);
});
