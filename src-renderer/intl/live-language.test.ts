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
