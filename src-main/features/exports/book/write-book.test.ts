import { GERMAN } from '../../../testing/english-words.ts';
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayItem, idOf, MemorySource, written } from '../testing/memory-source.ts';
import { readHtml } from '../testing/read-html.ts';
import { writeBook, writeBookFolder, writeBookPdf, type LaidOutBook } from './write-book.ts';

const PHOTO = idOf(50);
const NOTES = idOf(51);
const AWAY = idOf(52);
const bytes = new Uint8Array([1, 2, 3, 250, 5, 6, 7, 8]);

function sample(): MemorySource {
  return new MemorySource()
    .file(PHOTO, 'us.jpg', 'image/jpeg', bytes)
    .file(NOTES, 'notes.pdf', 'application/pdf', bytes)
    .file(AWAY, 'away.png', 'image/png', null)
    .entry(idOf(3), '2026-11-25', `Late. ![us](attachment:${PHOTO}) [my notes](attachment:${NOTES})`, {
      title: 'A <cold> "day"',
      location: 'Graz & around',
      mood: 4,
      starred: true,
      tags: ['garden'],
    })
    .entry(idOf(2), '2026-11-01', 'First of November.')
    .entry(idOf(1), '2025-12-31', `The last day. ![](attachment:${AWAY})`)
    .entry(idOf(4), '2026-11-20', 'thrown away', {}, { deleted: true });
}

function repeating(): MemorySource {
  return new MemorySource()
    .file(PHOTO, 'us.jpg', 'image/jpeg', bytes)
    .entry(idOf(1), '2026-11-24', `![us](attachment:${PHOTO}) and ![us again](attachment:${PHOTO})`)
    .entry(idOf(2), '2026-11-25', `![](attachment:${PHOTO})`);
}

describe('a book in one file', () => {
  it('goes from year to year, with what stands beside an entry', async () => {
    const { text, counts, skipped } = await written(writeBook, sample());
    const { elements, errors } = readHtml(text);
    expect(errors).toEqual([]);
    const said = (name: string): string[] =>
      elements.filter((element) => element.name === name).map((element) => element.text);
    expect(said('h1')).toEqual(['Journal']);
    expect(said('h2')).toEqual(['Contents', '2025', '2026']);
    expect(said('h3')).toEqual(['2025', '2026', 'December 2025', 'November 2026']);
    expect(said('h4')).toEqual([
      'Wednesday, 31 December 2025',
      'Sunday, 1 November 2026',
      'Wednesday, 25 November 2026',
    ]);
    expect(said('h5')).toEqual(['A <cold> "day"']);
    const [header] = elements.filter(({ name }) => name === 'header');
    expect(header!.text.trim().split('\n')).toEqual([
      'Journal',
      '31 December 2025 to 25 November 2026',
      '3 entries',
      'Made with Daygrove on 25 November 2026',
    ]);
    expect(elements.filter(({ attributes }) => attributes['class'] === 'meta').map(({ text: line }) => line)).toEqual([
      '08:14',
      '08:14',
      '08:14 · Graz & around · Mood: Good · Starred',
    ]);
    expect(elements.filter(({ attributes }) => attributes['class'] === 'tags').map(({ text: line }) => line)).toEqual([
      '#garden',
    ]);
    const links = elements.flatMap(({ attributes }) => attributes['href'] ?? []);
    const ids = new Set(elements.flatMap(({ attributes }) => attributes['id'] ?? []));
    expect(links).toEqual(['#m2025-12', '#m2026-11']);
    for (const link of links) expect(ids).toContain(link.slice(1));
    const images = elements.filter(({ name }) => name === 'img').map(({ attributes }) => attributes);
    expect(images[1]).toEqual({ src: `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`, alt: 'us' });
    expect(images[0]!['src']).toMatch(/^data:image\/svg\+xml;base64,/u);
    expect(counts).toEqual({ entries: 3, habits: 0, checkIns: 0, media: 1, inTrash: 0 });
    expect(skipped).toEqual([
      { reason: 'in-trash', count: 1, items: [dayItem('2026-11-20')] },
      { reason: 'media-missing', count: 1, items: [dayItem('2025-12-31')] },
      { reason: 'media-left-out', count: 1, items: [{ day: '2026-11-25', name: 'notes.pdf', file: 'pdf' }] },
    ]);
  });

  it('runs nothing, loads nothing, and names its own style only', async () => {
    const { text } = await written(writeBook, sample());
    const { elements } = readHtml(text);
    const [style] = elements.filter(({ name }) => name === 'style');
    const hash = createHash('sha256').update(style!.text).digest('base64');
    const policy = elements.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')!
      .attributes['content'];
    expect(policy).toBe(
      `default-src 'none'; img-src data:; font-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(elements.some(({ name }) => ['script', 'link', 'iframe', 'object', 'form'].includes(name))).toBe(false);
    expect(
      elements.every(
        ({ attributes }) => !('style' in attributes) && !Object.keys(attributes).some((name) => name.startsWith('on')),
      ),
    ).toBe(true);
    // A page for each month, with its running head.
    expect(style!.text).toContain('@page m2026-11 { @top-right { content: "November 2026"');
  });

  it('counts entries in its list of contents, where a bare number would be a page', async () => {
    const { elements } = readHtml((await written(writeBook, sample())).text);
    const contents = elements.filter(({ name }) => name === 'li').map(({ text }) => text.trim());
    expect(contents).toEqual(['December1 entry', 'November2 entries']);
  });

  it('holds a picture once, however often it is shown', async () => {
    const { elements, errors } = readHtml((await written(writeBook, repeating())).text);
    expect(errors).toEqual([]);
    const data = `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`;
    expect(elements.filter(({ attributes }) => Object.values(attributes).includes(data))).toMatchObject([
      { name: 'image', attributes: { id: `p-${PHOTO}`, href: data } },
    ]);
    expect(elements.filter(({ name }) => name === 'use').map(({ attributes }) => attributes['href'])).toEqual([
      `#p-${PHOTO}`,
      `#p-${PHOTO}`,
    ]);
    expect(elements.filter(({ name }) => name === 'svg').map(({ attributes }) => attributes['aria-label'])).toEqual([
      'us',
      'us again',
      'us.jpg',
    ]);
    expect((await written(writeBook, repeating())).counts.media).toBe(1);
  });

  it('counts a file once that it leaves out, and says on which days it would stand', async () => {
    const source = new MemorySource()
      .file(NOTES, 'd41d8cd98f00b204e9800998ecf8427e.mov', 'video/quicktime', bytes)
      .entry(idOf(1), '2026-11-24', `[film](attachment:${NOTES})`)
      .entry(idOf(2), '2026-11-25', `[film](attachment:${NOTES})`);
    const name = 'd41d8cd98f00b204e9800998ecf8427e.mov';
    expect((await written(writeBook, source)).skipped).toEqual([
      {
        reason: 'media-left-out',
        count: 1,
        items: [
          { day: '2026-11-24', name, file: 'video' },
          { day: '2026-11-25', name, file: 'video' },
        ],
      },
    ]);
  });

  it('brings its typeface, and more of it where its letters ask for more', async () => {
    const facesOf = async (title: string): Promise<string[]> => {
      const source = new MemorySource().entry(idOf(1), '2026-11-25', 'words', { title });
      const style = readHtml((await written(writeBook, source)).text).elements.find(({ name }) => name === 'style')!;
      return [...style.text.matchAll(/@font-face \{[^}]*font-style: (\w+)[^}]*base64,(\w{4})/gu)].map(
        ([, slant, head]) => `${slant!} ${Buffer.from(head!, 'base64').toString()}`,
      );
    };
    // `wOF2`, as a file of that kind begins.
    expect(await facesOf('Wien')).toEqual(['normal wOF', 'italic wOF']);
    expect(await facesOf('Třeboň')).toHaveLength(6);
  });

  it.each([
    ['en-US', 'size: letter', '8:14\u202FAM'],
    ['es-MX', 'size: letter', '8:14 am'],
    ['en-GB', 'size: A4', '08:14'],
    ['de-AT', 'size: A4', '08:14'],
  ])('is for the paper and the clock of %s', async (locale, paper, time) => {
    const { elements } = readHtml((await written(writeBook, sample(), { locale })).text);
    expect(elements.find(({ name }) => name === 'style')!.text).toContain(paper);
    expect(elements.find(({ attributes }) => attributes['class'] === 'meta')!.text.replace('\u202F', ' ')).toBe(
      time.replace('\u202F', ' '),
    );
  });

  it('is in the language of the app, and says which that is', async () => {
    const { text } = await written(writeBook, sample(), { from: '2026-11-02', to: '2026-11-30', words: GERMAN });
    const { elements } = readHtml(text);
    expect(elements.find(({ name }) => name === 'html')!.attributes).toMatchObject({ lang: 'de-AT', dir: 'ltr' });
    expect(elements.find(({ name }) => name === 'header')!.text).toContain('2. November 2026 bis 30. November 2026');
    expect(elements.find(({ name }) => name === 'nav')!.text).toContain('Inhalt');
  });

  it('is of a time and a tag, and says so', async () => {
    const { text, counts } = await written(writeBook, sample(), {
      from: '2026-11-02',
      to: '2026-11-30',
      tag: 'Garden',
      locale: 'en-US',
    });
    expect(
      readHtml(text)
        .elements.find(({ name }) => name === 'header')!
        .text.trim()
        .split('\n'),
    ).toEqual([
      'Journal',
      'November 2, 2026 to November 30, 2026',
      'Tagged #Garden',
      '1 entry',
      'Made with Daygrove on November 25, 2026',
    ]);
    expect(counts.entries).toBe(1);
  });

  it('holds as typed what is too long or too deep to be laid out, and says so', async () => {
    const source = new MemorySource()
      .entry(idOf(1), '2026-11-20', `${'>'.repeat(16_000)} deep`, { title: 'Quoted' })
      .entry(idOf(2), '2026-11-21', '*a**b'.repeat(10_000))
      .entry(idOf(3), '2026-11-22', '*near*');
    const { text, counts, skipped } = await written(writeBook, source);
    expect(counts.entries).toBe(3);
    expect(skipped).toEqual([
      {
        reason: 'markup-left-out',
        count: 2,
        items: [{ day: '2026-11-20', name: 'Quoted', file: null }, dayItem('2026-11-21')],
      },
    ]);
    expect(text).toContain('&gt;&gt; deep</p>');
    expect(text).toContain('<p>*a**b*a**b');
    expect(text).toContain('<em>near</em>');
  });

  it('is a book without a page where nothing was written', async () => {
    const { text } = await written(writeBook, new MemorySource());
    expect(readHtml(text)).toMatchObject({ errors: [] });
    expect(text).toContain('Nothing was written in this time.');
  });

  it('names pictures where they were left out', async () => {
    const { text, counts, skipped } = await written(writeBook, sample(), { withMedia: false });
    expect(readHtml(text).elements.filter(({ name }) => name === 'img')).toEqual([]);
    expect(text).toContain('<span class="file">us</span>');
    expect(counts.media).toBe(0);
    expect(skipped.map(({ reason }) => reason)).toEqual(['in-trash']);
  });

  it('is whole and tame whatever stands in a title, a place, a tag or a name', async () => {
    const nasty = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => `${text}"'><script>&</style>`);
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, nasty, async (title, location, tag, name) => {
        const source = new MemorySource()
          .file(PHOTO, name, 'image/png', bytes)
          .entry(idOf(1), '2026-11-25', `![](attachment:${PHOTO})`, { title, location, tags: [tag] });
        const { elements } = readHtml((await written(writeBook, source)).text);
        expect(elements.filter((element) => element.name === 'script')).toEqual([]);
        expect(elements.filter((element) => element.name === 'style')).toHaveLength(1);
        expect(elements.filter((element) => element.name === 'article')).toHaveLength(1);
        expect(elements.filter((element) => element.name === 'img')).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a book with files beside it', () => {
  it('leads to every file that is here', async () => {
    const { bytes: zip, counts, skipped } = await written(writeBookFolder, sample());
    const files = unzipSync(zip);
    expect(Object.keys(files)).toEqual(['media/us.jpg', 'media/notes.pdf', 'book.html']);
    expect(files['media/us.jpg']).toEqual(bytes);
    const { elements, errors } = readHtml(new TextDecoder().decode(files['book.html']));
    expect(errors).toEqual([]);
    expect(elements.filter(({ name }) => name === 'img').map(({ attributes }) => attributes['src'])).toEqual([
      'media/us.jpg',
    ]);
    expect(
      elements.filter(({ attributes }) => attributes['href']?.startsWith('media/')).map(({ text }) => text),
    ).toEqual(['my notes']);
    expect(counts).toMatchObject({ entries: 3, media: 2 });
    expect(skipped.map(({ reason }) => reason)).toEqual(['in-trash', 'media-missing']);
  });
});

describe('a book to be laid out', () => {
  it('gives its pictures when it is asked for them, and no others', async () => {
    let asked: LaidOutBook | null = null;
    const pdf = new TextEncoder().encode('%PDF the pages');
    const {
      bytes: made,
      counts,
      skipped,
    } = await written(
      (job) =>
        writeBookPdf(job, async (book) => {
          asked = book;
          const { elements } = readHtml(new TextDecoder().decode(book.html));
          for (const { attributes } of elements.filter(({ name }) => name === 'img'))
            await book.picture(attributes['src']!);
          return pdf;
        }),
      sample(),
    );
    expect(made).toEqual(pdf);
    const book = asked as unknown as LaidOutBook;
    expect(await book.picture(`media/${PHOTO}`)).toEqual({ bytes, type: 'image/jpeg' });
    for (const address of [`media/${NOTES}`, `media/${AWAY}`, 'media/../x', '', PHOTO])
      expect(await book.picture(address)).toBeNull();
    expect(counts).toMatchObject({ entries: 3, media: 1 });
    expect(skipped.find(({ reason }) => reason === 'media-missing')?.count).toBe(1);
  });

  it('is refused where it would be too much for one PDF', async () => {
    const text = 'x '.repeat(600_000).trim();
    const source = new MemorySource();
    for (let index = 0; index < 60; index += 1) source.entry(idOf(index + 1), '2026-11-25', text);
    let laidOut = 0;
    const work = written(
      (job) =>
        writeBookPdf(job, async () => {
          laidOut += 1;
          return bytes;
        }),
      source,
    );
    await expect(work).rejects.toMatchObject({ error: { code: 'export-too-large' } });
    expect(laidOut).toBe(0);
  });
});
