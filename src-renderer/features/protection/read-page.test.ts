import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { List, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { readMarkdown } from '../editor/markdown/mdast.ts';
import { Prose } from './prose.tsx';
import { readProtectionPage } from './read-page.ts';

/** What people search for, in the words of each language. */
const PAGES = {
  'docs/threat-model.md': {
    title: 'What Daygrove protects, and what it does not',
    parts: ['Protected', 'Not protected'],
    words: [
      'unlocked computer',
      'Malware',
      'hibernation',
      'swap',
      'keyboard',
      'solid-state',
      'forgotten',
      'Force',
      'sizes',
    ],
  },
  'docs/threat-model.de.md': {
    title: 'Was Daygrove schützt, und was nicht',
    parts: ['Geschützt', 'Nicht geschützt'],
    words: [
      'entsperrter Computer',
      'Schadsoftware',
      'Ruhezustand',
      'Swap',
      'Tastatur',
      'SSD',
      'vergessene',
      'Zwang',
      'Größen',
    ],
  },
} as const;

describe.each(Object.entries(PAGES))('%s', (path, { title: wantedTitle, parts, words: wantedWords }) => {
  const markdown = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

  /** The claims of the first part: the points of its lists, in their order. */
  function claims(): RootContent[] {
    const { children } = readMarkdown(markdown);
    const names = children.map((node) => (node.type === 'heading' && node.depth === 2 ? toString(node) : null));
    const part = children.slice(names.indexOf(parts[0]), names.indexOf(parts[1]));
    return part.filter((node): node is List => node.type === 'list').flatMap((list) => list.children);
  }

  it('names a test for every claim of what is protected', () => {
    expect(claims().length).toBeGreaterThan(10);
    const without = claims().filter((claim) => {
      const last = 'children' in claim ? claim.children.at(-1) : undefined;
      if (last?.type !== 'paragraph' || !toString(last).startsWith('Tests:')) return true;
      return !last.children.some((node) => node.type === 'link');
    });
    expect(without.map((claim) => toString(claim).slice(0, 60))).toEqual([]);
  });

  it('is shown whole in the app, but for the tests, which lie where no reader of the app can look', () => {
    const { title, blocks, contents } = readProtectionPage(markdown);
    expect(title).toBe(wantedTitle);
    const shown = renderToStaticMarkup(createElement(Prose, { blocks }));
    expect(shown).not.toMatch(/Tests:|\.test\.ts|\.spec\.ts|href=|<!--|[0-9a-f]{8}/);
    for (const claim of claims()) {
      const [said] = 'children' in claim ? claim.children : [];
      expect(said).toBeDefined();
      const words = toString(said!).split(' ').slice(0, 6).join(' ');
      expect(shown.replaceAll(/<[^>]*>/g, '')).toContain(words.replaceAll('&', '&amp;'));
    }
    expect(new Set(contents.map(({ id }) => id)).size).toBe(contents.length);
    for (const { id } of contents) expect(shown).toContain(`id="${id}"`);
  });

  it('says what is not protected, in the words that people search for', () => {
    const { blocks } = readProtectionPage(markdown);
    const all = blocks.map((block) => toString(block)).join(' ');
    for (const word of wantedWords) expect(all.toLowerCase()).toContain(word.toLowerCase());
  });
});

it('a page with something that would not be shown is refused, instead of left out', () => {
  const { blocks } = readProtectionPage('# Title\n\n> quoted');
  expect(() => renderToStaticMarkup(createElement(Prose, { blocks }))).toThrow('blockquote');
  expect(() => renderToStaticMarkup(createElement(Prose, readProtectionPage('# Title\n\n<b>bold</b>')))).toThrow(
    'html',
  );
  expect(() => readProtectionPage('No title')).toThrow('title');
});
