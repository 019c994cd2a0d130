import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src-shared/intl/choose-language.ts';
import type { ShippedLanguage } from '../../src-shared/intl/choose-language.ts';
import { mainDe } from '../../src-shared/intl/main-de.ts';
import { mainEn } from '../../src-shared/intl/main-en.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { pseudo } from './pseudo.ts';

type Messages = Readonly<Record<string, string>>;

/** What the page says and what main says. */
const CATALOGUES: Readonly<Record<ShippedLanguage, { readonly page: Messages; readonly main: Messages }>> = {
  en: { page: en, main: mainEn },
  de: { page: de, main: mainDe },
};
const PLACES = ['page', 'main'] as const;

/** What is typed into the field of the search, whose marks are the keyboard's. */
const TYPED: ReadonlySet<string> = new Set(['help.find.example.phrase']);

/** Whose German is the same letters: names, signs, and words that both languages have. */
const THE_SAME: ReadonlySet<string> = new Set([
  'shortcuts.text.code',
  'key.alt',
  'key.escape',
  'key.tab',
  'app.name',
  'passphrase.label',
  'lock.passphrase',
  'key.Alt',
  'key.Escape',
  'key.Tab',
  'checkIn.minutesUnit',
  'editor.format',
  'editor.code',
  'editor.link',
  'linkMenu.label',
  'link.editTitle',
  'export.json',
  'export.file.pdf',
  'file.size',
  'help.sync.title',
  'habit.name',
  'habitSentence.amount',
  'habitPicture.colour.rose',
  // Names of files and kinds of files.
  'help.sync.title',
  'import.item.manifest',
  'import.item.pdf',
  'import.program.dayOne',
  'import.program.journey',
  'import.program.jrnl',
  'import.program.markdown',
  'import.program.standardNotes',
  'import.program.joplin',
  'import.program.loopBackup',
  'import.program.habitbull',
  'import.program.tickmate',
  'import.program.rewire',
  'import.program.daygrove',
  'searches.name',
  'settings.sync',
  'settings.desktop',
  'desktop.links',
  'settings.version',
  'sync.token',
  'sync.offline',
  'sync.server',
  'sync.adoptPassphrase',
  'templates.name',
  'templates.body',
  'tray.tip',
  'staying.ok',
  'file.markdown',
  'file.json',
]);

/** What a message asks to be filled in: each placeholder with its kind, each select with its keys; of a plural the name only, because languages have different ones. */
function placeholders(elements: readonly MessageFormatElement[]): string[] {
  const found = elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.select: {
        const keys = Object.keys(element.options).toSorted().join(' ');
        const inside = Object.values(element.options).flatMap(({ value }) => placeholders(value));
        return [`${element.value} select ${keys}`, ...inside];
      }
      case TYPE.plural:
        return [
          `${element.value} plural`,
          ...Object.values(element.options).flatMap(({ value }) => placeholders(value)),
        ];
      case TYPE.tag:
        return [`<${element.value}>`, ...placeholders(element.children)];
      default:
        return [`${element.value}`];
    }
  });
  return [...new Set(found)].toSorted();
}

function pluralsIn(elements: readonly MessageFormatElement[]): string[][] {
  return elements.flatMap((element): string[][] => {
    if (element.type === TYPE.plural) {
      return [Object.keys(element.options), ...Object.values(element.options).flatMap(({ value }) => pluralsIn(value))];
    }
    if (element.type === TYPE.select) return Object.values(element.options).flatMap(({ value }) => pluralsIn(value));
    return element.type === TYPE.tag ? pluralsIn(element.children) : [];
  });
}

/** A placeholder that a plural or a select asks for too may be filled in with it, in one language or the other: which, its grammar says. */
function names(message: string): string[] {
  const all = placeholders(parse(message)).map((each) => each.split(' ', 1)[0] ?? '');
  return [...new Set(all)].toSorted();
}

const selects = (message: string): string[] => placeholders(parse(message)).filter((each) => each.includes(' select '));

describe.each(LANGUAGES)('the catalogues in %s', (language) => {
  const each = PLACES.flatMap((place) =>
    Object.entries(CATALOGUES[language][place]).map(([id, text]) => ({ place, id, text })),
  );

  it('have the same messages as the English ones', () => {
    for (const place of PLACES) {
      expect(Object.keys(CATALOGUES[language][place]).toSorted()).toEqual(Object.keys(CATALOGUES.en[place]).toSorted());
    }
  });

  it('are ICU syntax, and ask for the same things to be filled in', () => {
    const wrong = each.flatMap(({ place, id, text }) => {
      const english = CATALOGUES.en[place][id]!;
      const is = JSON.stringify([names(text), selects(text)]);
      const wanted = JSON.stringify([names(english), selects(english)]);
      return is === wanted ? [] : [`${id}: ${is}, in English ${wanted}`];
    });
    expect(wrong).toEqual([]);
  });

  it('say every number that the language tells apart', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const wrong = each.flatMap(({ id, text }) =>
      pluralsIn(parse(text))
        // What asks for a number itself only (is it none?) leaves the rest to the words around it.
        .filter((keys) => !keys.every((key) => key === 'other' || key.startsWith('=')) || keys.length === 1)
        .flatMap((keys) =>
          pluralCategories.filter((category) => !keys.includes(category)).map((category) => `${id} has no ${category}`),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('have no space around them and no straight quotation marks', () => {
    const wrong = each.filter(
      ({ id, text }) => !TYPED.has(id) && (text.trim() !== text || /["']/u.test(text.replaceAll(/'[{}<>]+'/gu, ''))),
    );
    expect(wrong).toEqual([]);
  });
});

it('leaves nothing in English, save what is named', () => {
  const same = PLACES.flatMap((place) =>
    Object.entries(CATALOGUES.de[place]).flatMap(([id, text]) =>
      // What holds no word of its own is the same everywhere.
      text === CATALOGUES.en[place][id] && /\p{L}{2}/u.test(text.replaceAll(/\{[^{}]*\}/gu, ''))
        ? [`${id}: ${text}`]
        : [],
    ),
  );
  expect(same.filter((line) => !THE_SAME.has(line.split(':', 1)[0] ?? ''))).toEqual([]);
});

it('makes of every English message one of QA’s language that asks for the same', () => {
  for (const [id, text] of Object.entries(pseudo)) {
    const english = (en as Messages)[id]!;
    expect([id, placeholders(parse(text))]).toEqual([id, placeholders(parse(english))]);
  }
});
