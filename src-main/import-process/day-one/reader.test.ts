import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ATTACHMENT_BYTES } from '../../../src-shared/contract/attachments.ts';
import { MAX_BODY_LENGTH } from '../../../src-shared/contract/entries.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { collect, sourceOf, type Collected } from '../testing/sources.ts';
import { entry, journal, zip } from '../testing/day-one-samples.ts';
import { jpeg } from '../testing/media-samples.ts';
import { bytesOfFile, makeZip } from '../testing/zip-maker.ts';
import { openTree } from '../tree.ts';
import { dayOneReader } from './reader.ts';

const uuid = (number: number): string => number.toString(16).toUpperCase().padStart(32, '0');

function parse(...entries: readonly unknown[]): Promise<Collected> {
  return collect(dayOneReader, sourceOf({ 'Journal.json': journal(...entries) }));
}

function parseZip(files: Readonly<Record<string, string | Uint8Array>>): Promise<Collected> {
  return collect(dayOneReader, sourceOf({ 'export.zip': zip(files) }));
}

describe('the Day One reader', () => {
  it('reads an entry', async () => {
    const parsed = await parse(
      entry({
        text: '# Out\\.\n\nA 30\\-minute walk\\!',
        starred: true,
        tags: ['walks', '#air', ' walks ', '', 5],
        isPinned: true,
      }),
    );
    expect(parsed).toEqual({
      habits: [],
      checkIns: [],
      entries: [
        {
          key: '0123456789ABCDEF0123456789ABCDEF',
          day: '2024-06-01',
          createdAt: '2024-06-01T09:30:00.000Z',
          zone: 'Europe/Vienna',
          updatedAt: '2024-06-01T10:00:00.000Z',
          title: 'Out.',
          body: 'A 30-minute walk!',
          tags: ['walks', 'air'],
          starred: true,
        },
      ],
      media: [],
      records: [],
      problems: [],
    });
  });

  it('takes a first line for the title only where it is a heading', async () => {
    const texts = [
      'A walk\n\nand on',
      '\n## A *walk*\nand on',
      '# A [walk](https://a.example)\nb',
      '# #tag\nb',
      '# Only',
    ];
    const { entries } = await parse(...texts.map((text, index) => entry({ uuid: uuid(index), text })));
    expect(entries.map(({ title, body }) => [title, body])).toEqual([
      [undefined, texts[0]],
      ['A walk', 'and on'],
      [undefined, texts[2]],
      [undefined, texts[3]],
      ['Only', ''],
    ]);
  });

  it('reads places, and says once what it leaves out', async () => {
    const places = [
      { placeName: 'London\nEye', localityName: 'London', administrativeArea: 'England', country: 'United Kingdom' },
      { localityName: 'Wien', country: 'Wien' },
      { latitude: 48.2082, longitude: 16.3738 },
      { latitude: 0, longitude: 0 },
      { latitude: 1e300, longitude: 5 },
      { placeName: 'x'.repeat(500) },
      'here',
    ];
    const { entries, problems } = await parse(
      ...places.map((location, index) =>
        entry({ uuid: uuid(index), location, weather: { temperatureCelsius: 5 }, steps: 5, userActivity: {} }),
      ),
    );
    expect(entries.map(({ location }) => location)).toEqual([
      'London Eye, London, United Kingdom',
      'Wien',
      '48.20820, 16.37380',
      undefined,
      undefined,
      'x'.repeat(300),
      undefined,
    ]);
    expect(problems).toMatchObject([
      { item: 'weather', reason: 'kind-left-out', count: 7 },
      { item: 'activity', reason: 'kind-left-out', count: 7 },
      { item: 'steps', reason: 'kind-left-out', count: 7 },
    ]);
  });

  it('keeps empty entries, and those without a text', async () => {
    const { entries, problems } = await parse(
      entry({ uuid: uuid(1), text: '' }),
      entry({ uuid: uuid(2), text: undefined }),
      entry({ uuid: uuid(3), text: null, photos: [{ identifier: 'A' }] }),
      entry({ uuid: uuid(4), text: { not: 'a text' } }),
    );
    expect(entries.map(({ body }) => body)).toEqual(['', '', '', '']);
    expect(problems).toMatchObject([
      { item: 'entry 3, photo 1', reason: 'media-missing' },
      { item: 'entry 4', reason: 'value-out-of-range' },
    ]);
  });

  it('takes the rich text where there is no text', async () => {
    const richText = JSON.stringify({ contents: [{ text: 'From. Rich\n', attributes: { line: { header: 2 } } }] });
    const { entries, problems } = await parse(entry({ text: undefined, richText }));
    expect(entries[0]).toMatchObject({ title: 'From. Rich', body: '' });
    expect(problems).toMatchObject([{ item: 'entry 1', reason: 'text-from-rich-text' }]);
  });

  it('makes a problem of an entry that it cannot place, and goes on', async () => {
    const { entries, problems } = await parse(
      'no entry',
      null,
      [entry()],
      entry({ creationDate: 'yesterday' }),
      entry({ timeZone: 'Mars/Olympus', modifiedDate: 'later' }),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ zone: 'UTC', updatedAt: '2024-06-01T09:30:00.000Z' });
    expect(problems).toMatchObject([
      { item: 'entry 1', reason: 'not-an-object' },
      { item: 'entry 2', reason: 'not-an-object' },
      { item: 'entry 3', reason: 'not-an-object' },
      { item: 'entry 4', reason: 'unreadable-date' },
      { item: 'entry 5', reason: 'unknown-zone' },
      { item: 'entry 5, modified', reason: 'unreadable-date' },
    ]);
  });

  it('keeps of doubled entries the one that was changed last', async () => {
    const { entries, problems } = await parse(
      entry({ text: 'first' }),
      entry({ text: 'same time', uuid: '01234567-89ab-cdef-0123-456789abcdef' }),
      entry({ text: 'later', modifiedDate: '2024-07-01T00:00:00Z' }),
    );
    expect(entries.map(({ body }) => body)).toEqual(['later']);
    expect(problems).toMatchObject([
      { item: 'entry 1', reason: 'duplicate-in-file' },
      { item: 'entry 2', reason: 'duplicate-in-file' },
    ]);
  });

  it('gives an entry without an id the same key each time, and another one another', async () => {
    const keys = async (...texts: string[]): Promise<string[]> => {
      const { entries } = await parse(...texts.map((text) => entry({ uuid: undefined, text })));
      return entries.map(({ key }) => key);
    };
    const [a, b] = await keys('a', 'b');
    expect(a).not.toBe(b);
    expect(await keys('b', 'a')).toEqual([b, a]);
  });

  it('cuts nothing off a text that is too long for one entry', async () => {
    const text = `${'word '.repeat(1000)}\n`.repeat(300);
    const { entries, problems } = await parse(entry({ text }));
    expect(entries.map(({ key }) => key)).toEqual(['', '/2'].map((part) => `0123456789ABCDEF0123456789ABCDEF${part}`));
    expect(entries.every(({ body }) => body.length <= MAX_BODY_LENGTH)).toBe(true);
    expect(entries.map(({ body }) => body).join('')).toBe(text);
    expect(problems).toMatchObject([{ item: 'entry 1', reason: 'text-split' }]);
  });

  it('reads every journal of a zip, and counts entries in each', async () => {
    const parsed = await parseZip({
      'Journal.json': journal(entry({ uuid: uuid(1) }), 'x'),
      'Export/Travel.JSON': journal(entry({ uuid: uuid(2) }), 'x'),
      'Broken.json': '{"metadata":{},"entries":[{"uuid":',
      'settings.json': '{"theme":"dark"}',
      '__MACOSX/._Journal.json': 'no JSON',
      'a/b/Deep.json': journal(entry({ uuid: uuid(3) })),
      'photos/a.jpeg': new Uint8Array([1, 2, 3]),
    });
    expect(parsed.entries.map(({ key, journal: name }) => [key, name])).toEqual([
      [uuid(1), 'Journal'],
      [uuid(2), 'Travel'],
    ]);
    expect(parsed.problems).toMatchObject([
      { item: 'journal 1, entry 2', reason: 'not-an-object' },
      { item: 'journal 2, entry 2', reason: 'not-an-object', journal: 'Travel' },
      { item: 'journal 3', reason: 'unreadable-item' },
    ]);
  });

  it('says of a problem on which day and in which journal it is found, and counts what it leaves out', async () => {
    const weather = { weather: { conditionsDescription: 'Rain' } };
    const lost = { ...weather, text: '![](dayone-moment://A1)' };
    const { problems } = await parseZip({
      'Journal.json': journal(entry({ uuid: uuid(1), ...weather }), entry({ uuid: uuid(2), ...weather })),
      'Travel.json': journal(entry({ uuid: uuid(3), ...lost }), entry({ uuid: uuid(4), creationDate: 'never' })),
    });
    const travel = { journal: 'Travel' };
    expect(problems).toEqual([
      { item: 'weather', reason: 'kind-left-out', count: 2, journal: 'Journal' },
      { item: 'journal 2, entry 1, photo 1', reason: 'media-missing', day: '2024-06-01', ...travel },
      { item: 'journal 2, entry 2', reason: 'unreadable-date', ...travel },
      { item: 'weather', reason: 'kind-left-out', count: 1, ...travel },
    ]);
  });

  it('reads what stands before a cut, and around an entry that is no JSON', async () => {
    const whole = new TextDecoder().decode(journal(entry({ uuid: uuid(1) }), entry({ uuid: uuid(2) })));
    const cut = await collect(dayOneReader, sourceOf({ 'J.json': whole.slice(0, -60) }));
    expect(cut.entries.map(({ key }) => key)).toEqual([uuid(1)]);
    expect(cut.problems).toMatchObject([{ item: 'journal 1', reason: 'unreadable-item' }]);
    const broken = await collect(dayOneReader, sourceOf({ 'J.json': whole.replace('"A walk"', 'A walk') }));
    expect(broken.entries.map(({ key }) => key)).toEqual([uuid(2)]);
    expect(broken.problems).toMatchObject([{ item: 'entry 1', reason: 'unreadable-item' }]);
  });

  it.each([
    ['cut in its first entry', '{"metadata":{},"entries":[{"uuid":"A'],
    ['of entries of which none can be read', '{"metadata":{},"entries":[{a},{b}]}'],
  ])('calls a file damaged that is %s', async (_what, text) => {
    await expect(collect(dayOneReader, sourceOf({ 'J.json': text }))).rejects.toThrow(new AppFailure('import-damaged'));
  });

  it('reads an empty journal', async () => {
    expect(await parse()).toMatchObject({ entries: [], problems: [] });
  });

  it('takes any JSON for entries', async () => {
    const value = (...likely: string[]) => fc.oneof(fc.constantFrom(...likely), fc.jsonValue());
    const almost = fc.record(
      {
        uuid: value(uuid(1), uuid(2)),
        creationDate: value('2024-06-01T09:30:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'),
        modifiedDate: value('2024-06-01T09:30:00Z'),
        timeZone: value('Europe/Vienna', 'GMT+1400', 'Pacific/Kiritimati'),
        isAllDay: fc.oneof(fc.boolean(), fc.jsonValue()),
        text: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
        richText: fc.oneof(fc.json(), fc.jsonValue()),
        tags: fc.oneof(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue())), fc.jsonValue()),
        starred: fc.oneof(fc.boolean(), fc.jsonValue()),
        photos: fc.jsonValue(),
        location: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(almost, fc.jsonValue())), async (entries) => {
        const failure = await parse(...entries).then(
          ({ problems }) => problems.find(({ reason }) => reason === 'unreadable-item') ?? null,
          (error: unknown) => error,
        );
        expect([null, new AppFailure('import-damaged')]).toContainEqual(failure);
      }),
      { numRuns: 100 },
    );
  });
});

describe('media of a Day One export', () => {
  const md5 = (digit: string): string => digit.repeat(32);
  const photo = jpeg(40, 30);
  const photos = [
    { identifier: 'P1', md5: md5('a'), type: 'jpeg' },
    { identifier: 'P2', md5: md5('A'), type: 'jpeg' },
  ];
  const m4a = new TextEncoder().encode('\0\0\0\x20ftypM4A \0\0');
  const files = {
    'Journal.json': journal(
      entry({
        uuid: uuid(1),
        text: 'One ![](dayone-moment://P1) two\\. ![](dayone-moment://P2)',
        photos,
        audios: [{ identifier: 'S1', md5: md5('b'), format: 'aac' }],
        videos: [{ identifier: 'V1', md5: md5('c') }],
      }),
      entry({
        uuid: uuid(2),
        text: '![](dayone-moment:/video/V1)\n\n![](dayone-moment://P1)',
        photos,
        videos: [{ identifier: 'V1', md5: md5('c') }],
      }),
    ),
    [`photos/${md5('a')}.jpeg`]: photo,
    [`audios/${md5('b')}.m4a`]: m4a,
    [`photos/${md5('d')}.jpeg`]: photo,
  };

  const expectWholeMedia = ({ entries, media, problems }: Collected): void => {
    expect(entries.map(({ body }) => body)).toEqual([
      `One ![Photo](import:${md5('a')}) two. ![Photo](import:${md5('a')})\n\n[Audio](import:${md5('b')})`,
      `(Video)\n\n![Photo](import:${md5('a')})\n\n![Photo](import:${md5('a')})`,
    ]);
    expect(media).toEqual([
      {
        key: md5('a'),
        name: `${md5('a')}.jpeg`,
        type: 'image/jpeg',
        size: photo.length,
        width: 40,
        height: 30,
        bytes: Buffer.from(photo),
      },
      {
        key: md5('b'),
        name: `${md5('b')}.m4a`,
        type: 'audio/mp4',
        size: m4a.length,
        width: null,
        height: null,
        bytes: Buffer.from(m4a),
      },
    ]);
    expect(problems).toMatchObject([
      { item: 'entry 1, video 1', reason: 'media-missing' },
      { item: 'entry 2, video 1', reason: 'media-missing' },
    ]);
  };

  it('come with the zip, each once and before its entry', async () => {
    expectWholeMedia(await parseZip(files));
    const kinds: string[] = [];
    for await (const { kind } of dayOneReader.read(await openTree(sourceOf({ 'e.zip': zip(files) })))) kinds.push(kind);
    expect(kinds).toEqual(['problem', 'media', 'media', 'entry', 'problem', 'entry']);
  });

  it('come with the folder', async () => {
    const inFolder = Object.fromEntries(Object.entries(files).map(([path, content]) => [`Export/${path}`, content]));
    const found = await collect(dayOneReader, sourceOf(inFolder));
    expect(found.entries).toHaveLength(2);
    expectWholeMedia(found);
  });

  it('are missing where the JSON comes alone', async () => {
    const { entries, media, problems } = await collect(
      dayOneReader,
      sourceOf({ 'Journal.json': files['Journal.json'] }),
    );
    expect(entries.map(({ body }) => body)).toEqual(['One (Photo) two. (Photo)', '(Video)\n\n(Photo)']);
    expect(media).toEqual([]);
    expect(problems.map(({ reason }) => reason)).toEqual(Array.from({ length: 7 }, () => 'media-missing'));
  });

  it('that are too large or broken are left out, and the entry stays', async () => {
    const content = await bytesOfFile(
      makeZip([
        {
          name: 'Journal.json',
          content: journal(
            entry({ text: '![](dayone-moment://P1) x', photos: [photos[0], { identifier: 'P3', md5: md5('e') }] }),
          ),
        },
        { name: `photos/${md5('a')}.jpeg`, packed: new Uint8Array(100_000), size: MAX_ATTACHMENT_BYTES + 1 },
        { name: `photos/${md5('e')}.jpeg`, content: 'x', flags: 1 },
      ]),
    );
    const { entries, media, problems } = await collect(dayOneReader, sourceOf({ 'e.zip': content }));
    expect(entries.map(({ body }) => body)).toEqual(['(Photo) x']);
    expect(media).toEqual([]);
    expect(problems).toMatchObject([
      { item: 'entry 1, photo 1', reason: 'media-too-large' },
      { item: 'entry 1, photo 2', reason: 'media-unreadable' },
    ]);
  });
});

describe('recognising Day One', () => {
  const json = journal(entry());
  const recognises = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<boolean> =>
    dayOneReader.recognise(await openTree(sourceOf(files)));

  it.each<[string, Record<string, string | Uint8Array>]>([
    ['the JSON, whatever it is called', { 'x.txt': json }],
    ['an empty journal', { x: '\uFEFF\n { "entries" : [ ] }' }],
    ['the zip', { 'a.zip': zip({ 'Export/Journal.json': json }) }],
    ['the folder', { 'Export/Journal.json': json, 'Export/photos/a.jpeg': 'x' }],
  ])('knows %s', async (_what, files) => {
    expect(await recognises(files)).toBe(true);
  });

  it.each<[string, Record<string, string | Uint8Array>]>([
    ['nothing', { x: '' }],
    ['a text', { x: 'Dear diary, "entries": [' }],
    ['another JSON', { x: '{"habits":[]}' }],
    ['entries that are no list', { x: '{"metadata":{},"entries":{}}' }],
    [
      'a jrnl export',
      { x: '{"tags":{"@a":1},"entries":[{"title":"a","body":"","date":"2024-01-01","time":"09:00"}]}' },
    ],
    ['a zip without a journal', { 'a.zip': zip({ 'photos/a.jpeg': new Uint8Array(9), 'a/b/c.json': json }) }],
  ])('does not know %s', async (_what, files) => {
    expect(await recognises(files)).toBe(false);
  });
});
