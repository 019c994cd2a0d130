import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../bridge/client.ts';
import { createFakeBridge } from '../../testing/fake-bridge.ts';
import { createSpelling } from './spelling-store.ts';
import type { SpellingWorkerListeners } from './spelling-store.ts';
import { WordCache } from './word-cache.ts';
import type { SpellingRequest } from './worker-messages.ts';

const WRONG = ['teh', 'quindle', 'quindle’s'];

/** Workers that answer at once, or never. */
function open({ isMute = false, locale = (): string => 'en-GB' } = {}) {
  const bridge = createFakeBridge();
  const workers: { requests: SpellingRequest[]; isEnded: boolean; listeners: SpellingWorkerListeners }[] = [];
  const spelling = createSpelling(createClient(bridge), locale, (listeners) => {
    const worker = { requests: [] as SpellingRequest[], isEnded: false, listeners };
    workers.push(worker);
    return {
      post(request) {
        worker.requests.push(request);
        if (isMute) return;
        if (request.type === 'check') {
          const words = request.words.filter((word) => WRONG.includes(word.toLowerCase()));
          queueMicrotask(() => listeners.onAnswer({ id: request.id, words }));
        }
        if (request.type === 'suggest') queueMicrotask(() => listeners.onAnswer({ id: request.id, words: ['the'] }));
      },
      end: () => {
        worker.isEnded = true;
      },
    };
  });
  return { bridge, spelling, workers };
}

const ON = { spelling: true, english: 'either' } as const;

async function opened(options = {}) {
  const all = open(options);
  all.spelling.follow(ON);
  await all.spelling.load();
  return all;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('spelling in the page', () => {
  it('starts no worker before a word is asked for, and none where it is off or the vault is not open', async () => {
    const { spelling, workers } = open();
    await spelling.learn(['teh']);
    spelling.follow({ ...ON, spelling: false });
    await spelling.load();
    await spelling.learn(['teh']);
    expect(await spelling.suggest('teh')).toEqual([]);
    expect(workers).toEqual([]);
    spelling.follow(ON);
    expect(workers).toEqual([]);
    await spelling.learn(['teh']);
    expect(workers).toHaveLength(1);
  });

  it('begins switched off where the app speaks another language, and follows a change of it, until the person says', async () => {
    let locale = 'de-AT';
    const { spelling, workers } = open({ locale: () => locale });
    let told = 0;
    spelling.subscribe(() => (told += 1));
    spelling.follow({ ...ON, spelling: null });
    await spelling.load();
    expect(spelling.isOn()).toBe(false);
    locale = 'en-GB';
    const before = told;
    spelling.languageChanged();
    expect([spelling.isOn(), told]).toEqual([true, before + 1]);
    await spelling.learn(['teh']);
    locale = 'de-AT';
    spelling.languageChanged();
    expect([spelling.isOn(), workers[0]?.isEnded]).toEqual([false, true]);
    spelling.follow(ON);
    expect(spelling.isOn()).toBe(true);
  });

  it('learns words once, and says of each whether it is right', async () => {
    const { spelling, workers } = await opened();
    expect(spelling.isCorrect('teh')).toBeUndefined();
    await spelling.learn(['teh', 'garden']);
    expect([spelling.isCorrect('teh'), spelling.isCorrect('garden')]).toEqual([false, true]);
    expect(await spelling.suggest('teh')).toEqual(['the']);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.requests.slice(0, 2)).toEqual([
      { type: 'open', english: 'either' },
      { type: 'own', words: [] },
    ]);
  });

  it('takes a word that was added for right at once, in any case and as a possessive, and tells who shows it', async () => {
    const { bridge, spelling } = await opened();
    const told = vi.fn<() => void>();
    spelling.subscribe(told);
    await spelling.learn(['Quindle', 'Quindle’s']);
    expect(spelling.isCorrect('Quindle')).toBe(false);
    expect(await spelling.add('Quindle')).toBeNull();
    expect(told).toHaveBeenCalled();
    expect(['Quindle', 'quindle', 'Quindle’s', "quindle's"].map(spelling.isCorrect)).toEqual([true, true, true, true]);
    expect(spelling.store.getState().words).toEqual(['Quindle']);
    expect(bridge.calls.at(-1)).toEqual({ channel: 'spelling.add', payload: { word: 'Quindle' } });
    await spelling.remove('quindle');
    expect(spelling.isCorrect('Quindle')).toBe(false);
  });

  it('takes back what the vault did not take', async () => {
    const { bridge, spelling } = await opened();
    bridge.fail('spelling.add', { code: 'disk-full' });
    expect(await spelling.add('Quindle')).toEqual({ code: 'disk-full' });
    expect(spelling.store.getState().words).toEqual([]);
  });

  it('ignores a word until the vault is locked, and then knows nothing any more', async () => {
    const { spelling, workers } = await opened();
    await spelling.learn(['teh']);
    spelling.ignore('Teh');
    expect(spelling.isCorrect('teh')).toBe(true);
    spelling.clear();
    expect(workers[0]?.isEnded).toBe(true);
    expect(spelling.isOn()).toBe(false);
    expect(spelling.isCorrect('teh')).toBeUndefined();
    expect(spelling.store.getState().words).toBeNull();
  });

  it('begins anew with another English', async () => {
    const { spelling, workers } = await opened();
    await spelling.learn(['garden']);
    spelling.follow({ ...ON, english: 'british' });
    expect(workers[0]?.isEnded).toBe(true);
    expect(spelling.isCorrect('garden')).toBeUndefined();
    await spelling.learn(['garden']);
    expect(workers[1]?.requests[0]).toEqual({ type: 'open', english: 'british' });
  });

  it('is off, and leaves nobody waiting, when the worker breaks; the switch tries again', async () => {
    const { spelling, workers } = await opened({ isMute: true });
    const waiting = [spelling.learn(['teh']), spelling.suggest('teh')];
    workers[0]?.listeners.onFailure();
    await Promise.all(waiting);
    expect(spelling.isOn()).toBe(false);
    await spelling.learn(['teh']);
    expect(workers).toHaveLength(1);
    spelling.follow({ ...ON, spelling: false });
    spelling.follow(ON);
    expect(spelling.isOn()).toBe(true);
  });

  it('lets the dictionary go a minute after the last text has left the screen', async () => {
    const { spelling, workers } = await opened();
    const editor = { hasFocus: () => false, askNext: async () => false };
    const leave = spelling.enter(editor);
    await spelling.learn(['teh']);
    expect(spelling.hasEditor()).toBe(true);
    leave();
    expect(spelling.hasEditor()).toBe(false);
    vi.advanceTimersByTime(59_000);
    spelling.enter(editor)();
    vi.advanceTimersByTime(59_000);
    expect(workers[0]?.isEnded).toBe(false);
    vi.advanceTimersByTime(1000);
    expect(workers[0]?.isEnded).toBe(true);
    // What was known stays known.
    expect(spelling.isCorrect('teh')).toBe(false);
  });

  it('asks the text with the focus first, then the others', async () => {
    const { spelling } = await opened();
    const asked: string[] = [];
    const editor = (name: string, hasWord: boolean, focused = false) => ({
      hasFocus: () => focused,
      askNext: async () => {
        asked.push(name);
        return hasWord;
      },
    });
    const first = editor('first', true);
    spelling.enter(first);
    spelling.enter(editor('second', false, true));
    spelling.enter(editor('third', false));
    spelling.noteFocus(first);
    expect(await spelling.askNext()).toBe(true);
    expect(asked).toEqual(['second', 'first']);
  });
});

describe('the memory for words', () => {
  it('forgets what was not used for longest', () => {
    const cache = new WordCache(3);
    for (const word of ['a', 'b', 'c']) cache.set(word, true);
    cache.get('a');
    cache.set('d', false);
    expect(['a', 'b', 'c', 'd'].map((word) => cache.get(word))).toEqual([true, undefined, true, false]);
    expect(cache.size).toBe(3);
    cache.clear();
    expect(cache.size).toBe(0);
  });
});
