import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { pseudoMessage } from '../../src-shared/intl/pseudo.ts';

/** What a control is called in QA's language. @param english without placeholders, as the catalogue has it */
export function pseudoName(english: string): RegExp {
  const text = pseudoMessage(english).replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  return new RegExp(`^${text}$`, 'u');
}

/** One line, or a few, of what a person wrote: its whole is a click away. And keys, which their button's title has too. */
export const MAY_BE_CUT = [
  '[class*="excerpt"]',
  '[class*="passage"]',
  // Under "the most words" of a month.
  'a [class*="_text_"], button [class*="_text_"]',
  // How often a habit is, under its name in the grid; its own page says it in full.
  '[role="rowheader"] small',
  'nav button:has(> kbd)',
];

interface Spoken {
  /** `title` of a button, or `text`. */
  readonly how: string;
  readonly text: string;
}

/** Everything that a person sees or hears of the page now, save what they write into. */
async function spokenBy(page: Page): Promise<Spoken[]> {
  return page.evaluate(() => {
    const ATTRIBUTES = [
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'aria-valuetext',
      'alt',
      'placeholder',
      'title',
    ];
    // A command is typed as it is, and what is in one language only says so.
    const NOT_WORDS = 'script, style, code, [lang]:not(html, option), [contenteditable="true"]';
    const isSeen = (element: Element): boolean =>
      element.tagName === 'OPTION' || element.checkVisibility({ visibilityProperty: true });
    const found: { how: string; text: string }[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest(NOT_WORDS) !== null || !isSeen(element)) continue;
      for (const name of ATTRIBUTES) {
        const text = element.getAttribute(name) ?? '';
        if (text !== '') found.push({ how: `${name} of ${element.tagName.toLowerCase()}`, text });
      }
      for (const child of element.childNodes) {
        const text = child.nodeType === Node.TEXT_NODE ? (child.textContent ?? '').trim() : '';
        if (text !== '') found.push({ how: `text of ${element.tagName.toLowerCase()}`, text });
      }
      for (const side of ['::before', '::after']) {
        const { content } = getComputedStyle(element, side);
        if (/^".*\p{L}.*"/u.test(content))
          found.push({ how: `${side} of ${element.tagName.toLowerCase()}`, text: content });
      }
    }
    return found;
  });
}

/** Words that dates, numbers and lists are made of in English: QA's language has no others. */
function wordsOfFormats(): string[] {
  const of = (options: Intl.DateTimeFormatOptions, days: readonly Date[]): string[] =>
    days.map((day) => new Intl.DateTimeFormat('en', options).format(day));
  const months = Array.from({ length: 12 }, (_, month) => new Date(2026, month, 1));
  const week = Array.from({ length: 7 }, (_, day) => new Date(2026, 5, 1 + day));
  const dates = (['long', 'short'] as const).flatMap((width) => [
    ...of({ month: width }, months),
    ...of({ weekday: width }, week),
  ]);
  return [
    ...dates,
    'AM',
    'PM',
    'and',
    'today',
    'yesterday',
    'tomorrow',
    'in',
    'ago',
    'min',
    'hr',
    'sec',
    'kB',
    'MB',
    'byte',
    'bytes',
    'th',
    'Sept',
    'at',
  ];
}

const FORMATS = new RegExp(String.raw`\b(?:${wordsOfFormats().join('|')})\b`, 'gu');

/** What stands on the screen and came neither from the catalogue nor from `data`: names and texts of the vault, in full, and words that are no language's. */
export async function foreignWords(page: Page, data: readonly string[]): Promise<string[]> {
  const all = data.join('\n').replaceAll(/\s+/gu, ' ');
  const names = data.filter((text) => text.length < 60).toSorted((one, other) => other.length - one.length);
  const isForeign = ({ text }: Spoken): boolean => {
    const plain = text.replaceAll(/\s+/gu, ' ').replaceAll('…', '').trim();
    if (plain.length > 20 && all.includes(plain)) return false;
    let rest = text;
    for (const name of names) rest = rest.replaceAll(name, ' ');
    // No letter of the catalogue is a plain one in QA's language.
    return /[A-Za-z]{2}/u.test(rest.replaceAll(FORMATS, ' '));
  };
  const foreign = (await spokenBy(page)).filter(isForeign);
  return [...new Set(foreign.map(({ how, text }) => `${how}: ${text.slice(0, 80)}`))];
}

/**
 * Texts that do not fit where they stand: cut off by their box, sticking out of a control, or the whole page wider than the window.
 * @param mayBeCut selectors of what is cut on purpose (a person's own names, in one line)
 */
export async function clippedTexts(page: Page, mayBeCut: readonly string[]): Promise<string[]> {
  return page.evaluate((allowed) => {
    const CONTROLS =
      'button, label, summary, legend, h1, h2, h3, h4, th, [role="menuitem"], [role="option"], [role="tab"]';
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth + 1)
      found.push(`the page is ${String(scrollWidth - clientWidth)} px wider than its window`);
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      // For screen readers only: one pixel.
      if (
        element.clientWidth <= 1 ||
        element.clientHeight <= 1 ||
        !element.checkVisibility({ visibilityProperty: true })
      )
        continue;
      if (allowed.some((selector) => element.closest(selector) !== null)) continue;
      const text = [...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent ?? '')
        .join('')
        .trim();
      const style = getComputedStyle(element);
      const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      const isWide = element.scrollWidth > element.clientWidth + 1;
      const isHigh = element.scrollHeight > element.clientHeight + 2;
      const isControl = element.matches(CONTROLS);
      if ((element.textContent ?? '').trim() === '' || (text === '' && !isControl)) continue;
      const isCut = (isWide && (hides(style.overflowX) || isControl)) || (isHigh && hides(style.overflowY));
      if (style.display === 'inline' || !isCut) continue;
      const name = `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
      found.push(
        `${name}: ${(text || element.innerText).slice(0, 60)} (${String(element.scrollWidth)} in ${String(element.clientWidth)}, ${String(element.scrollHeight)} in ${String(element.clientHeight)})`,
      );
    }
    return found;
  }, mayBeCut);
}

export interface ScreenRules {
  readonly data: readonly string[];
  readonly mayBeCut: readonly string[];
}

/** Both, softly: one run tells of every screen. */
export async function expectOwnWords(page: Page, screen: string, { data, mayBeCut }: ScreenRules): Promise<void> {
  expect.soft(await foreignWords(page, data), `${screen}: words that are not in the catalogue`).toEqual([]);
  expect.soft(await clippedTexts(page, mayBeCut), `${screen}: texts that do not fit`).toEqual([]);
}
