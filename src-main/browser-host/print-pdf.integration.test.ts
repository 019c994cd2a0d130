import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOf, MemorySource, written } from '../features/exports/testing/memory-source.ts';
import { writeBookPdf, type LaidOutBook } from '../features/exports/book/write-book.ts';
import { findBrowser } from './find-browser.ts';
import { printPdf } from './print-pdf.ts';

const executable = await findBrowser();
const text = new TextEncoder();
/** One red pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

/** Browsers ask every site for it; a book has none. */
const ICON = 'favicon.ico';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daygrove-print-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

function print(book: LaidOutBook, signal = new AbortController().signal): Promise<Uint8Array> {
  return printPdf(book, {
    executable: executable!,
    runningAsRoot: process.getuid?.() === 0,
    parentFolder: folder,
    signal,
  });
}

/** Pages of a PDF, by its own page tree. */
function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0
  );
}

const describeWithBrowser = executable === null ? describe.skip : describe;
if (executable === null) process.stdout.write('There is no Chromium, Chrome or Edge here: printing is not run.\n');

describeWithBrowser('a book printed by a browser', () => {
  it('has a page for its cover, its contents, its year and each of its months, and every picture is asked for once', async () => {
    const source = new MemorySource()
      .file(idOf(50), 'red.png', 'image/png', new Uint8Array(PIXEL))
      .entry(idOf(1), '2026-10-01', `October. ![red](attachment:${idOf(50)})`)
      .entry(idOf(2), '2026-11-25', 'November.');
    const asked: string[] = [];
    const { bytes, counts } = await written(
      (job) =>
        writeBookPdf(job, (book) =>
          print({
            ...book,
            picture: (address) => {
              asked.push(address);
              return book.picture(address);
            },
          }),
        ),
      source,
    );
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
    expect(pagesOf(bytes)).toBe(5);
    expect(asked.filter((address) => address !== ICON)).toEqual([`media/${idOf(50)}`]);
    expect(counts).toMatchObject({ entries: 2, media: 1 });
    expect(await readdir(folder)).toEqual([]);
  });

  it('runs no script and reaches nothing but its own pictures', async () => {
    const asked: string[] = [];
    const html = text.encode(
      `<!doctype html><body><p>one page</p><img src="https://example.org/x.png"><img src="media/1"><iframe src="http://127.0.0.1:9/"></iframe>
       <script>document.body.innerHTML = '<div style="break-after:page">a</div>'.repeat(9)</script></body>`,
    );
    const picture = async (address: string): Promise<null> => {
      asked.push(address);
      return null;
    };
    const pdf = await print({ html, picture });
    expect(pagesOf(pdf)).toBe(1);
    expect(asked.filter((address) => address !== ICON)).toEqual(['media/1']);
  });

  it('ends with the export, and with a picture that cannot be read, and leaves nothing', async () => {
    const abort = new AbortController();
    const html = text.encode('<!doctype html><img src="media/1">');
    const hanging = print(
      {
        html,
        picture: () => {
          abort.abort(new Error('cancelled'));
          return new Promise(() => {});
        },
      },
      abort.signal,
    );
    await expect(hanging).rejects.toThrow('cancelled');
    await expect(print({ html, picture: () => Promise.reject(new Error('gone')) })).rejects.toThrow('gone');
    await expect(
      printPdf(
        { html, picture: async () => null },
        {
          executable: join(folder, 'no-browser'),
          runningAsRoot: false,
          parentFolder: folder,
          signal: new AbortController().signal,
        },
      ),
    ).rejects.toThrow('has ended');
    expect(await readdir(folder)).toEqual([]);
  });
});
