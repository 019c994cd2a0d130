import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

interface Item {
  readonly key: string;
  readonly size: number;
}

const items = fc.uniqueArray(fc.record({ key: fc.string({ maxLength: 6 }), size: fc.integer({ min: 1, max: 40 }) }), {
  selector: ({ key }) => key,
  maxLength: 60,
});

async function* each(all: readonly Item[]): AsyncGenerator<Item> {
  yield* all;
}

it('gives everything once, in order, whatever fits at once', async () => {
  await fc.assert(
    fc.asyncProperty(items, fc.integer({ min: 1, max: 200 }), async (all, budget) => {
      let scans = 0;
      const scan = (): AsyncGenerator<Item> => {
        scans += 1;
        return each(all);
      };
      const given = await Array.fromAsync(inOrder({ scan, key: ({ key }) => key, size: ({ size }) => size, budget }));
      expect(given.map(({ key }) => key)).toEqual(all.map(({ key }) => key).toSorted());
      expect(scans).toBeLessThanOrEqual(all.length + 1);
    }),
  );
});

it('reads once what fits, and what does not as often as it needs', async () => {
  const all = Array.from({ length: 100 }, (_, index) => ({
    key: String((index * 37) % 100).padStart(3, '0'),
    size: 10,
  }));
  for (const [budget, most] of [
    [1000, 1],
    [250, 4],
  ] as const) {
    let scans = 0;
    const scan = (): AsyncGenerator<Item> => {
      scans += 1;
      return each(all);
    };
    await Array.fromAsync(inOrder({ scan, key: ({ key }) => key, size: ({ size }) => size, budget }));
    expect(scans).toBeLessThanOrEqual(most);
  }
});

it('gives what is added meanwhile where its place has not been passed', async () => {
  const all: Item[] = ['b', 'd', 'f'].map((key) => ({ key, size: 10 }));
  const given: string[] = [];
  for await (const { key } of inOrder({
    scan: () => each([...all]),
    key: (item) => item.key,
    size: () => 10,
    budget: 10,
  })) {
    given.push(key);
    if (key === 'b') all.push({ key: 'a', size: 10 }, { key: 'e', size: 10 });
  }
  expect(given).toEqual(['b', 'd', 'e', 'f']);
});
