import { beforeEach, describe, expect, it } from 'vitest';
import { createTextHistories, createTextHistory } from './text-history.ts';
import type { TextHistory } from './text-history.ts';

let history: TextHistory;
let text = '';
let now = 0;

/** Types at the end, one character after the other, 50 ms apart. */
function type(characters: string): void {
  for (const character of characters) replaceAt(text.length, text.length, character);
}

function replaceAt(start: number, end: number, inserted: string): void {
  history.before({ text, start, end });
  text = text.slice(0, start) + inserted + text.slice(end);
  now += 50;
  history.record({ text, start: start + inserted.length, end: start + inserted.length }, now, false);
}

function backspace(): void {
  history.before({ text, start: text.length, end: text.length });
  text = text.slice(0, -1);
  now += 50;
  history.record({ text, start: text.length, end: text.length }, now, false);
}

/** An input method shows one after the other in the same place. */
function compose(shown: readonly string[]): void {
  const base = text;
  history.before({ text, start: text.length, end: text.length });
  for (const composed of shown) {
    text = base + composed;
    now += 3000;
    history.record({ text, start: text.length, end: text.length }, now, true);
  }
}

function undo(): string | null {
  const state = history.undo(text);
  text = state?.text ?? text;
  return state?.text ?? null;
}

function redo(): string | null {
  const state = history.redo(text);
  text = state?.text ?? text;
  return state?.text ?? null;
}

beforeEach(() => {
  history = createTextHistory();
  text = '';
  now = 0;
});

describe('the history of a text', () => {
  it('goes back by words, and forward again', () => {
    type('first frost today');
    expect([undo(), undo(), undo(), undo()]).toEqual(['first frost ', 'first ', '', null]);
    expect([redo(), redo(), redo(), redo()]).toEqual(['first ', 'first frost ', 'first frost today', null]);
  });

  it('goes back by pauses', () => {
    type('fro');
    now += 2000;
    type('st');
    expect([undo(), undo()]).toEqual(['fro', '']);
  });

  it('takes back what was deleted, apart from what was typed', () => {
    type('frost');
    backspace();
    backspace();
    expect([undo(), undo()]).toEqual(['frost', '']);
  });

  it('takes back what was pasted or replaced in one step', () => {
    type('a');
    replaceAt(1, 1, ' whole sentence at once');
    replaceAt(0, 7, 'The');
    expect([undo(), undo(), undo()]).toEqual(['a whole sentence at once', 'a', '']);
  });

  it('begins another step where the caret went elsewhere', () => {
    type('frost');
    replaceAt(0, 0, 'a');
    expect([undo(), undo()]).toEqual(['frost', '']);
  });

  it('takes each word that an input method composed for one step', () => {
    compose(['n', 'に', 'にほ', '日本']);
    compose(['g', 'ご', '語']);
    expect([undo(), undo()]).toEqual(['日本', '']);
  });

  it('gives back the selection that was there before the change', () => {
    type('frost');
    now += 2000;
    replaceAt(1, 3, '');
    expect(history.undo(text)).toEqual({ text: 'frost', start: 1, end: 3 });
    expect(history.redo('frost')).toEqual({ text: 'fst', start: 1, end: 1 });
  });

  it('has nothing ahead once something else was typed', () => {
    type('first frost');
    undo();
    type('f');
    expect(redo()).toBeNull();
    expect(undo()).toBe('first ');
  });

  it('does not touch a text that changed behind it', () => {
    type('frost');
    text = 'from another place';
    expect(undo()).toBeNull();
    type('!');
    expect([undo(), undo()]).toEqual(['from another place', null]);
  });

  it('holds so many steps and no more', () => {
    for (let index = 0; index < 500; index += 1) type('word ');
    let steps = 0;
    while (undo() !== null) steps += 1;
    expect(steps).toBe(400);
    expect(text).toBe('word '.repeat(100));
  });

  it('holds fewer steps of a long text, and the last in any case', () => {
    replaceAt(0, 0, 'x'.repeat(1_200_000));
    for (let index = 0; index < 10; index += 1) type(' w');
    let steps = 0;
    while (undo() !== null) steps += 1;
    expect(steps).toBe(3);
  });
});

describe('the histories of many texts', () => {
  it('forget the one that was left longest ago, and all at once', () => {
    const histories = createTextHistories();
    const first = histories.of('0');
    for (let index = 1; index < 40; index += 1) histories.of(String(index));
    expect(histories.of('0')).toBe(first);
    histories.of('40');
    expect(histories.of('0')).toBe(first);
    histories.clear();
    expect(histories.of('0')).not.toBe(first);
  });
});
