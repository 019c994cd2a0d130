import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { habitLink, isLink, LONGEST_LINK, readPlaceLink } from './place-link.ts';

const ID = '0b9f3c1e-5a44-4d0e-9c1a-7f6f0f4d2a11';

describe('a link to a place', () => {
  it.each([
    ['daygrove://today', { type: 'today' }],
    ['daygrove://today/', { type: 'today' }],
    ['daygrove://new', { type: 'new-entry' }],
    ['daygrove://capture', { type: 'capture' }],
    [`daygrove://habit/${ID}`, { type: 'habit', id: ID }],
    [`daygrove://habit/${ID}/`, { type: 'habit', id: ID }],
    [`daygrove://habit/${ID.toUpperCase()}`, { type: 'habit', id: ID }],
    ['daygrove://day/2026-02-28', { type: 'day', day: '2026-02-28' }],
  ] as const)('%s is read', (link, place) => expect(readPlaceLink(link)).toEqual(place));

  it.each([
    '',
    'today',
    '//today',
    'daygrove:',
    'daygrove:today',
    'daygrove:/today',
    'daygrove:///today',
    'daygrove://',
    'daygrove:///',
    'daygrove://today//',
    'daygrove://today/today',
    'daygrove://new/text',
    'daygrove://capture/0',
    'daygrove://habit',
    'daygrove://habit/',
    'daygrove://day',
    'daygrove://lock',
    'daygrove://settings',
    'daygrove://constructor',
    'daygrove://toString',
    'daygrove://__proto__',
    // Another case, another scheme.
    'DAYGROVE://today',
    'daygrove://TODAY',
    'daygroves://today',
    'xdaygrove://today',
    'https://today',
    'app://daygrove/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'daygrove:javascript:alert(1)',
    // Credentials, port, query, hash.
    'daygrove://me@today',
    'daygrove://me:secret@today',
    'daygrove://today:80',
    'daygrove://today?',
    'daygrove://new?text=Dear%20diary',
    'daygrove://new?body=x',
    'daygrove://today#',
    'daygrove://today#day',
    // Paths and encodings.
    'daygrove://today/..',
    'daygrove://day/../today',
    'daygrove://today/%2e%2e',
    'daygrove://%74oday',
    'daygrove://today%00',
    'daygrove://today\0',
    'daygrove://today\n',
    '\ndaygrove://today',
    ' daygrove://today',
    'daygrove://today ',
    'daygrove:\\\\today',
    'daygrove://today\\',
    // Signs that look the same.
    'daygrove://tod\u0430y',
    'd\u0430ygrove://today',
    'daygrove://\uFF54oday',
    'daygrove://to\u200Dday',
    'daygrove://\u202Etoday',
    // What a shell or Chromium would read as more than a link.
    'daygrove://today" --gpu-launcher=calc',
    'daygrove://today --profile=/tmp',
    "daygrove://today';ls",
    'daygrove://today`ls`',
    'daygrove://$(ls)',
    // Ids and days that are none.
    `daygrove://habit/${ID}0`,
    `daygrove://habit/${ID.slice(1)}`,
    `daygrove://habit/{${ID}}`,
    `daygrove://habit/${ID}?done=1`,
    `daygrove://habit/${ID}/done`,
    'daygrove://habit/1',
    'daygrove://habit/-',
    `daygrove://habit/${ID.replaceAll('-', '')}`,
    'daygrove://day/2026-02-29',
    'daygrove://day/2026-2-3',
    'daygrove://day/20260203',
    'daygrove://day/2026-13-01',
    'daygrove://day/12026-01-01',
    'daygrove://day/today',
    `daygrove://today${'/'.repeat(100)}`,
    `daygrove://${'a'.repeat(100_000)}`,
  ])('%j is none', (link) => expect(readPlaceLink(link)).toBeNull());

  it('to a habit is read as it is written', () =>
    expect(readPlaceLink(habitLink(ID))).toEqual({ type: 'habit', id: ID }));

  it('is one of a handful of shapes, however it is spelt', () => {
    const shape =
      /^daygrove:\/\/(?:today|new|capture|day\/\d{4}-\d\d-\d\d|habit\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/?$/iu;
    const piece = fc.oneof(
      fc.constantFrom(
        'daygrove', ':', '/', '//', '://', 'today', 'new', 'habit', 'day', 'capture', ID, '2026-02-28', '?', '#', '@', '%2f', '..', '\\', '"', ' ', '--', '\0', '\n',
      ), // prettier-ignore
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.boolean(), (pieces, begins) => {
        const link = (begins ? 'daygrove://' : '') + pieces.join('');
        if (readPlaceLink(link) === null) return;
        expect(link.length).toBeLessThanOrEqual(LONGEST_LINK);
        expect(link).toMatch(shape);
      }),
      { numRuns: 500 },
    );
  });
});

it.each([
  ['daygrove://today', true],
  ['DayGrove:x', true],
  ['--profile', false],
  ['/home/anna/daygrove:notes.txt', false],
])('%s is put where a link would be: %s', (argument, is) => expect(isLink(argument)).toBe(is));
