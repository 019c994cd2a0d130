import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../../src-shared/result.ts';
import { picturesIn, withPictures } from './with-pictures.ts';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const OTHER = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const BODY = `Here it is: ![The pond](attachment:${ID}) and [a file](attachment:${OTHER})`;

function begin(thumbnail: () => Promise<unknown>, isDrawn = false) {
  const asked: string[] = [];
  const client = withPictures(
    {
      invoke: (channel: string) =>
        Promise.resolve(ok(channel === 'entries.get' ? { body: BODY } : { entries: [{ body: BODY }, { body: 'x' }] })),
      on: () => () => {},
    } as never,
    {
      drawn: () => (isDrawn ? ({} as never) : null),
      thumbnail: (id: string) => {
        asked.push(id);
        return thumbnail() as never;
      },
    },
  );
  return { asked, client };
}

describe('entries with their pictures', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('know a picture from a file and from an address elsewhere', () => {
    expect(picturesIn(BODY)).toEqual([ID]);
    expect(picturesIn(`![](https://example.org/a.png) ![](attachment:nothing) ![](attachment:${ID} "Title")`)).toEqual([
      ID,
    ]);
  });

  it.each(['entries.on-day', 'entries.get'] as const)('come behind them, asked by %s', async (channel) => {
    let draw = (): void => {};
    const { asked, client } = begin(() => new Promise<void>((resolve) => (draw = resolve)));
    let isThere = false;
    void client.invoke(channel, { day: '2026-11-22', id: ID } as never).then(() => (isThere = true));
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual([ID]);
    expect(isThere).toBe(false);
    draw();
    await vi.advanceTimersByTimeAsync(1);
    expect(isThere).toBe(true);
  });

  it('come without one that takes long, and at once with one that is known', async () => {
    const slow = begin(() => new Promise(() => {}));
    let isThere = false;
    void slow.client.invoke('entries.get', { id: ID }).then(() => (isThere = true));
    await vi.advanceTimersByTimeAsync(119);
    expect(isThere).toBe(false);
    await vi.advanceTimersByTimeAsync(2);
    expect(isThere).toBe(true);

    const known = begin(() => new Promise(() => {}), true);
    expect((await known.client.invoke('entries.get', { id: ID })).ok).toBe(true);
    expect(known.asked).toEqual([]);
  });
});
