import { beforeEach, expect, it } from 'vitest';
import type { Words } from '../../src-shared/intl/choose-language.ts';
import { en } from './en.ts';
import type { Catalogue } from './en.ts';
import { createLiveLanguage } from './live-language.ts';

const BROWSER = { forced: null, ofSystem: [] };
const german: Catalogue = { ...en, 'app.name': 'Tagwald' };

let waiting: { readonly words: Words; readonly arrive: () => void }[] = [];
let shown: string[] = [];
beforeEach(() => {
  waiting = [];
  shown = [];
});

function live(ofBrowser: readonly string[]) {
  return createLiveLanguage({
    ofBrowser,
    onChosen: ({ locale }) => shown.push(locale),
    load: (words) =>
      new Promise((arrive) => waiting.push({ words, arrive: () => arrive(words === 'de' ? german : en) })),
  });
}

it('is there when its words are, and fetches no others', async () => {
  const language = live(['de-AT', 'en']);
  const showing = language.show('system', BROWSER);
  expect(language.current()).toBeNull();
  expect(waiting.map(({ words }) => words)).toEqual(['de']);
  waiting[0]!.arrive();
  await showing;
  expect(language.current()?.say('app.name')).toBe('Tagwald');
  expect(language.spoken.locale).toBe('de-AT');
  expect(shown).toEqual(['de-AT']);
});

it('asks the host first, which knows the system better than the browser', async () => {
  const language = live(['en-US']);
  const showing = language.show('system', { forced: null, ofSystem: ['de-CH'] });
  waiting[0]!.arrive();
  await showing;
  expect(shown).toEqual(['de-CH']);
});

it('tells of each change, gives another object for it, and keeps what holds it speaking', async () => {
  const language = live(['en-GB']);
  let told = 0;
  const stop = language.subscribe(() => (told += 1));
  const { say } = language.spoken;
  const first = language.show('system', BROWSER);
  waiting[0]!.arrive();
  await first;
  const before = language.current();
  expect(say('app.name')).toBe('Daygrove');
  const second = language.show('de', BROWSER);
  // Until it is there, the one before is spoken.
  expect(language.current()).toBe(before);
  waiting[1]!.arrive();
  await second;
  expect(language.current()).not.toBe(before);
  expect(say('app.name')).toBe('Tagwald');
  await language.show('de', BROWSER);
  expect([told, waiting.length]).toEqual([2, 2]);
  stop();
});

it('of two wishes shows the later one, whichever words come first', async () => {
  const language = live(['en-GB']);
  const first = language.show('de', BROWSER);
  const second = language.show('en', BROWSER);
  waiting[1]!.arrive();
  await second;
  waiting[0]!.arrive();
  await first;
  expect(shown).toEqual(['en-GB']);
  expect(language.current()?.say('app.name')).toBe('Daygrove');
});

/** @param readable the languages whose catalogue is there */
function withFiles(readable: readonly Words[]) {
  const missing: Words[] = [];
  const language = createLiveLanguage({
    ofBrowser: ['en-GB'],
    onChosen: ({ locale }) => shown.push(locale),
    onMissing: (words) => missing.push(words),
    load: async (words) => {
      if (!readable.includes(words)) throw new Error('Failed to fetch dynamically imported module');
      return words === 'de' ? german : en;
    },
  });
  return { language, missing };
}

it('is another one at the start where its own words cannot be read, and says so', async () => {
  const english = withFiles(['en']);
  await english.language.show('de', BROWSER);
  expect([english.language.spoken.locale, english.missing]).toEqual(['en-GB', ['de']]);
  const swiss = withFiles(['de']);
  await swiss.language.show('en', { forced: null, ofSystem: ['de-CH'] });
  expect([swiss.language.spoken.locale, swiss.missing]).toEqual(['de-CH', ['en']]);
  const pseudo = withFiles(['en', 'de']);
  await pseudo.language.show('en', { forced: 'pseudo', ofSystem: [] });
  expect([pseudo.language.spoken.say('app.name'), pseudo.missing]).toEqual(['Daygrove', ['pseudo']]);
});

it('goes on as it is where another one cannot be read, and asks for it again when it is chosen again', async () => {
  const readable: Words[] = ['en'];
  const { language, missing } = withFiles(readable);
  await language.show('en', BROWSER);
  const before = language.current();
  await language.show('de', BROWSER);
  expect([language.current() === before, missing]).toEqual([true, ['de']]);
  readable.push('de');
  await language.show('de', BROWSER);
  expect([language.spoken.say('app.name'), missing]).toEqual(['Tagwald', ['de']]);
});

it('says to the page when there are no words at all', async () => {
  const { language } = withFiles([]);
  await expect(language.show('de', BROWSER)).rejects.toThrow('No catalogue can be read');
  expect(language.current()).toBeNull();
});
