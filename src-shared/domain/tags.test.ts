import { describe, expect, it } from 'vitest';
import { tagsInText, uniqueTags } from './tags.ts';

describe('tagsInText', () => {
  it.each([
    ['Leeks #garden and #Family/Vienna, again #garden.', ['garden', 'Family/Vienna']],
    ['#größe (#日記) "#ćao" #a-b_c', ['größe', '日記', 'ćao', 'a-b_c']],
    ['# Heading\n## Another', []],
    ['Number #1, colour &#x27; and C#sharp, issue/#tag', []],
    ['https://example.org/#section a#b ##no', []],
    ['`#code` and\n```\n#more\n```\n#yes', ['yes']],
    ['#2026goals #goals2026', ['2026goals', 'goals2026']],
    ['#end- #slash/', ['end', 'slash']],
  ])('%j', (text, tags) => {
    expect(tagsInText(text)).toEqual(tags);
  });
});

describe('uniqueTags', () => {
  it('keeps the first spelling, and takes composed and decomposed letters for the same', () => {
    expect(uniqueTags(['Garden', 'garden', ' ', 'é', 'e\u0301'])).toEqual(['Garden', 'é']);
  });
});
