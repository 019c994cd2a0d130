import { describe, expect, it } from 'vitest';
import { EMPTY, isEmpty, restOf, type Draft } from './draft.ts';

const SENT: Draft = { text: 'Buy bread', mood: 4 };

describe('what is left of a draft when what was sent is kept', () => {
  it.each<[string, Draft, Draft]>([
    ['nothing, where nothing was changed', SENT, EMPTY],
    ['nothing, where only a space was added', { ...SENT, text: 'Buy bread \n' }, EMPTY],
    ['what was gone on with', { ...SENT, text: 'Buy bread and call Anna' }, { text: 'and call Anna', mood: null }],
    ['all, where it was changed', { ...SENT, text: 'Buy no bread' }, { text: 'Buy no bread', mood: null }],
    ['another mood', { ...SENT, mood: 2 }, { text: '', mood: 2 }],
    ['nothing, where it was taken away', EMPTY, EMPTY],
  ])('is %s', (_name, now, rest) => {
    expect(restOf(SENT, now)).toEqual(rest);
    expect(isEmpty(restOf(SENT, now))).toBe(rest.text === '' && rest.mood === null);
  });
});
