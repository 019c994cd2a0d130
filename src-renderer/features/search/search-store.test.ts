import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../src-shared/contract/index.ts';
import { ok } from '../../../src-shared/result.ts';
import { createSearch } from './search-store.ts';

interface Asked {
  readonly query: string;
  readonly limit: number;
  readonly isCounted?: boolean;
}

/** A journal in which every query has so many hits. */
function journalOf(count: number): { readonly client: Client; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const client = {
    invoke: (_channel: string, input: Asked) => {
      asked.push(input);
      const hits = Array.from({ length: Math.min(count, input.limit) }, (_, index) => ({
        id: `${input.query} ${index}`,
      }));
      const isAll = hits.length === count;
      return Promise.resolve(
        ok({ hits, total: input.isCounted === true ? count : hits.length, isMore: input.isCounted !== true && !isAll }),
      );
    },
  };
  return { client: client as unknown as Client, asked };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a search', () => {
  it('shows the first hits at once, and all of them with their number when the hand pauses', async () => {
    const { client, asked } = journalOf(60);
    const search = createSearch(client);
    const asking = search.ask('frost');
    await vi.advanceTimersByTimeAsync(0);
    expect(search.store.getState()).toMatchObject({ answered: 'frost', isCounted: false });
    expect(search.store.getState().hits).toHaveLength(20);
    await vi.advanceTimersByTimeAsync(200);
    await asking;
    expect(search.store.getState()).toMatchObject({ total: 60, isCounted: true, isMore: false });
    expect(search.store.getState().hits).toHaveLength(60);
    expect(asked).toHaveLength(2);
  });

  it('asks once where the first hits are all there are', async () => {
    const { client, asked } = journalOf(3);
    const search = createSearch(client);
    await search.ask('frost');
    expect(search.store.getState()).toMatchObject({ total: 3, isCounted: true, isMore: false });
    expect(asked).toHaveLength(1);
  });

  it('counts nothing for a letter that another one follows', async () => {
    const { client, asked } = journalOf(60);
    const search = createSearch(client);
    for (const query of ['f', 'fr', 'fro']) {
      void search.ask(query);
      await vi.advanceTimersByTimeAsync(50);
    }
    await vi.advanceTimersByTimeAsync(200);
    expect(asked.filter(({ isCounted }) => isCounted).map(({ query }) => query)).toEqual(['fro']);
    expect(search.store.getState().answered).toBe('fro');
  });

  it('brings nothing back after it was cleared', async () => {
    const search = createSearch(journalOf(60).client);
    void search.ask('frost');
    await vi.advanceTimersByTimeAsync(0);
    search.clear();
    await vi.advanceTimersByTimeAsync(500);
    expect(search.store.getState()).toMatchObject({ answered: '', hits: [] });
  });
});
