import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BODY_LENGTH } from '../../../src-shared/contract/entries.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { zip } from '../testing/day-one-samples.ts';
import { jpeg } from '../testing/media-samples.ts';
import { collect, sourceOf, type Collected } from '../testing/sources.ts';
import { bytesOfFile, makeZip } from '../testing/zip-maker.ts';
import { openTree } from '../tree.ts';
import { journeyReader } from './reader.ts';

const NO_VALUE = 1.7976931348623157e308;

/** As Journey's export has it. */
function entry(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: '1764325584203-MgdL0i6fNq7wNsLw',
    date_modified: 1764326367234,
    date_journal: 1764325584203,
    timezone: 'Europe/Berlin',
    text: '<p dir="auto">This is a <b>new</b> entry</p>',
    preview_text: '<p dir="auto">This is</p>',
    mood: 4,
    lat: NO_VALUE,
    lon: NO_VALUE,
    address: '',
    label: '',
    folder: '',
    sentiment: 1,
    favourite: false,
    music_title: '',
    music_artist: '',
    photos: [],
    weather: { id: -1, degree_c: NO_VALUE, description: '', icon: '', place: '' },
    tags: [],
    type: 'html',
    ...more,
  };
}

function parse(...entries: readonly unknown[]): Promise<Collected> {
  const files = Object.fromEntries(entries.map((value, index) => [`${index}.json`, JSON.stringify(value)]));
  return collect(journeyReader, sourceOf({ 'journey.zip': zip(files) }));
}

describe('the Journey reader', () => {
  it('reads an entry', async () => {
    const { entries, problems } = await parse(entry({ tags: ['walks', '#air'], favourite: true }));
    expect(entries).toEqual([
      {
        key: '1764325584203-MgdL0i6fNq7wNsLw',
        day: '2025-11-28',
        createdAt: '2025-11-28T10:26:24.203Z',
        zone: 'Europe/Berlin',
        updatedAt: '2025-11-28T10:39:27.234Z',
        body: 'This is a **new** entry',
        tags: ['walks', 'air'],
        starred: true,
        moodWord: '4',
      },
    ]);
    expect(problems).toEqual([]);
  });

  it('takes the day of the zone of the entry', async () => {
    const late = Date.parse('2024-03-31T22:30:00Z');
    const { entries, problems } = await parse(
      entry({ id: 'a', date_journal: late }),
      entry({ id: 'b', date_journal: late, timezone: 'America/New_York' }),
      entry({ id: 'c', date_journal: late, timezone: '' }),
      entry({ id: 'd', date_journal: -1000, date_modified: NO_VALUE }),
    );
    expect(entries.map(({ day, zone }) => [day, zone])).toEqual([
      ['2024-04-01', 'Europe/Berlin'],
      ['2024-03-31', 'America/New_York'],
      ['2024-03-31', 'UTC'],
      ['1970-01-01', 'Europe/Berlin'],
    ]);
    expect(problems).toMatchObject([
      { item: 'entry 3', reason: 'unknown-zone' },
      { item: 'entry 4, modified', reason: 'unreadable-date' },
    ]);
  });

  it('reads places, folders, labels and moods, and knows the number that stands for none', async () => {
    const { entries, problems } = await parse(
      entry({
        id: 'a',
        address: ' Am Hof 1,\n Wien ',
        lat: 48.21,
        lon: 16.37,
        folder: 'Travel',
        label: 'blue',
        mood: 0,
      }),
      entry({ id: 'b', lat: 48.21, lon: 16.37, mood: NO_VALUE }),
      entry({ id: 'c', mood: 2.5, weather: { id: 1, description: 'Rain' }, music_title: 'Song' }),
      entry({ id: 'd', weather: { id: -1, description: 'Rain' }, favourite: undefined, favorite: true }),
    );
    expect(entries.map(({ location, journal, tags, moodWord }) => [location, journal, tags, moodWord])).toEqual([
      ['Am Hof 1, Wien', 'Travel', ['blue'], undefined],
      ['48.21000, 16.37000', undefined, [], undefined],
      [undefined, undefined, [], undefined],
      [undefined, undefined, [], '4'],
    ]);
    expect(entries.map(({ starred }) => starred)).toEqual([false, false, false, true]);
    expect(problems).toMatchObject([
      { item: 'music', reason: 'kind-left-out', count: 1 },
      { item: 'weather', reason: 'kind-left-out', count: 1 },
    ]);
  });

  it('says of a problem on which day and in which folder it is found', async () => {
    const { problems } = await parse(
      entry({ id: 'a', folder: 'Travel', photos: ['gone.jpg'], music_title: 'Song' }),
      entry({ id: 'b', music_title: 'Song' }),
    );
    expect(problems).toEqual([
      { item: 'entry 1, media 1', reason: 'media-missing', day: '2025-11-28', journal: 'Travel' },
      { item: 'music', reason: 'kind-left-out', count: 1, journal: 'Travel' },
      { item: 'music', reason: 'kind-left-out', count: 1 },
    ]);
  });

  it('reads HTML and Markdown, also where the entry does not say which it is', async () => {
    const { entries } = await parse(
      entry({ id: 'a', text: '<h1>Day</h1><p>a &lt; b</p>' }),
      entry({ id: 'b', text: '# Day\n\na *b* <i>', type: 'markdown' }),
      entry({ id: 'c', text: '<p>old</p>', type: undefined }),
      entry({ id: 'd', text: 'a <b> *c*', type: '' }),
      entry({ id: 'e', text: '' }),
      entry({ id: 'f', text: undefined }),
    );
    expect(entries.map(({ title, body }) => [title, body])).toEqual([
      ['Day', 'a < b'],
      ['Day', 'a *b* <i>'],
      [undefined, 'old'],
      [undefined, 'a <b> *c*'],
      [undefined, ''],
      [undefined, ''],
    ]);
  });

  it('brings media, each once: where the page shows them, else behind the text', async () => {
    const photo = jpeg(40, 30, 6);
    const audio = new TextEncoder().encode('ID3\x04 sound');
    const files = {
      'x.json': JSON.stringify(
        entry({ text: '<p>See <img src="x-1.png"></p>', photos: ['x-1.png', 'x-2.mp3', 'x-3.jpg', 'ü x.jpg'] }),
      ),
      'x-1.png': photo,
      'x-2.mp3': audio,
      'ü x.jpg': photo,
      'other.jpg': photo,
    };
    const expectAll = ({ entries, media, problems }: Collected): void => {
      const [, , third] = media;
      expect(entries[0]?.body).toBe(
        `See ![](import:x-1.png)\n\n[Recording](import:x-2.mp3)\n\n![Photo](import:${third?.key})`,
      );
      expect(media.map(({ key, type, size, width, height }) => [key, type, size, width, height])).toEqual([
        ['x-1.png', 'image/jpeg', photo.length, 30, 40],
        ['x-2.mp3', 'audio/mpeg', audio.length, null, null],
        [expect.stringMatching(/^[0-9a-f]{64}$/), 'image/jpeg', photo.length, 30, 40],
      ]);
      expect(third?.name).toBe('ü x.jpg');
      expect(problems).toMatchObject([{ item: 'entry 1, media 3', reason: 'media-missing' }]);
    };
    expectAll(await collect(journeyReader, sourceOf({ 'j.zip': zip(files) })));
    expectAll(
      await collect(
        journeyReader,
        sourceOf(Object.fromEntries(Object.entries(files).map(([path, content]) => [`Journey/${path}`, content]))),
      ),
    );
  });

  it('makes a problem of what it cannot read, and goes on', async () => {
    const bytes = await bytesOfFile(
      makeZip([
        { name: '1.json', content: '{"date_journal": 5' },
        { name: '2.json', content: '[]' },
        { name: '3.json', content: JSON.stringify(entry({ date_journal: NO_VALUE })) },
        { name: '4.json', content: JSON.stringify(entry({ date_journal: '2024-01-01' })) },
        { name: '5.json', content: JSON.stringify(entry()), flags: 1 },
        { name: '6.json', content: JSON.stringify(entry()), crc: 1 },
        { name: '7.json', content: JSON.stringify(entry({ text: 5 })) },
        { name: '8.json', content: JSON.stringify(entry()) },
      ]),
    );
    const { entries, problems } = await collect(journeyReader, sourceOf({ 'j.zip': bytes }));
    expect(entries).toHaveLength(1);
    expect(problems.map(({ item, reason }) => [item, reason])).toEqual([
      ['entry 1', 'unreadable-item'],
      ['entry 2', 'not-an-object'],
      ['entry 3', 'unreadable-date'],
      ['entry 4', 'unreadable-date'],
      ['entry 5', 'encrypted'],
      ['entry 6', 'unreadable-item'],
      ['entry 7', 'value-out-of-range'],
      ['entry 8', 'duplicate-in-file'],
    ]);
    await expect(parse({ date_journal: 'x' })).rejects.toThrow(new AppFailure('import-damaged'));
  });

  it('cuts nothing off a text that is too long for one entry', async () => {
    const { entries, problems } = await parse(
      entry({ text: `${'word '.repeat(1000)}\n`.repeat(300), type: 'markdown' }),
    );
    expect(entries.map(({ key }) => key.slice(-2))).toEqual(['Lw', '/2']);
    expect(entries.every(({ body }) => body.length <= MAX_BODY_LENGTH)).toBe(true);
    expect(problems).toMatchObject([{ item: 'entry 1', reason: 'text-split' }]);
  });

  it('knows its own files', async () => {
    const recognises = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<boolean> =>
      journeyReader.recognise(await openTree(sourceOf(files)));
    const json = JSON.stringify(entry());
    expect(await recognises({ '1.json': json })).toBe(true);
    expect(await recognises({ 'a.zip': zip({ 'x.jpg': 'x', '1.json': json }) })).toBe(true);
    expect(await recognises({ 'J/x.jpg': 'x', 'J/1.json': json })).toBe(true);
    expect(await recognises({ '1.json': '{"entries":[],"text":"date_journal: 5"}' })).toBe(false);
    expect(await recognises({ 'a.zip': zip({ 'a/b/1.json': json }) })).toBe(false);
  });

  it('takes any JSON for entries, and any bits for their archive', async () => {
    const value = (...likely: readonly unknown[]) => fc.oneof(fc.constantFrom(...likely), fc.jsonValue());
    const almost = fc.record(
      {
        id: value('a', 'b'),
        date_journal: value(1764325584203, NO_VALUE, -1e14, 8.64e15),
        date_modified: value(1764325584203),
        timezone: value('Europe/Berlin', 'Mars/Olympus'),
        text: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
        type: value('html', 'markdown'),
        mood: value(1, 5),
        lat: value(NO_VALUE, 48),
        lon: value(NO_VALUE, 16),
        address: value('x'),
        label: value('x'),
        folder: value('x'),
        photos: value(['a.jpg', '../../x', '']),
        tags: value(['a', '', '#']),
        weather: value({ id: 1 }),
      },
      { requiredKeys: [] },
    );
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(almost, fc.jsonValue()), { maxLength: 4 }), flips, async (entries, places) => {
        const files = Object.fromEntries(entries.map((made, index) => [`${index}.json`, JSON.stringify(made)]));
        const bytes = zip({ ...files, 'a.jpg': jpeg(4, 3) });
        for (const [at, bit] of places) bytes[at % bytes.length]! ^= 1 << bit;
        const failure = await collect(journeyReader, sourceOf({ 'j.zip': bytes })).then(
          () => null,
          (error: unknown) => error,
        );
        expect(failure === null || failure instanceof AppFailure).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
