import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { Habits } from '../pages/habits.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Search } from '../pages/search.ts';
import { Today } from '../pages/today.ts';
import { childrenOf } from '../support/child-processes.ts';
import { heapFlags, pageHeap, processHeap, wordsIn } from '../support/heap.ts';
import { MARKER, MARKER_WORDS, PASSPHRASE } from '../support/marker.ts';

/** Of plain letters only. */
const WRITTEN = MARKER_WORDS.slice(0, 3);
const HABIT = 'Polish the wumbleskarf';
const HABIT_WORD = 'wumbleskarf';
const PASSPHRASE_WORD = PASSPHRASE.split(' ')[0]!;

const heaps = mkdtempSync(join(tmpdir(), 'daygrove-heaps-'));
test.afterAll(() => rmSync(heaps, { recursive: true, force: true }));

test.describe('@browser', () => {
  // A tab of another test could be in the same process.
  test.use({ window: 'own', nodeFlags: heapFlags(heaps) });

  test('behind a lock neither the page nor the app’s own process remembers what was written, or the passphrase', async ({
    app,
  }) => {
    test.setTimeout(120_000);
    const today = new Today(app);
    const lock = new Lock(app);
    await openVault(app);
    await today.write(MARKER);
    await new Habits(app).create(HABIT);
    await today.go('Search');
    await new Search(app).field.fill(MARKER_WORDS[0]);
    await expect(new Search(app).hits).toHaveCount(1);
    // What is looked for can be found: otherwise nothing would be said by what follows.
    expect(wordsIn(await pageHeap(app.page), [...WRITTEN, HABIT_WORD])).toEqual([...WRITTEN, HABIT_WORD]);

    await lock.lockNow();
    await expect(lock.passphrase).toBeFocused();
    await expect.poll(() => childrenOf(app.mainProcessId, ''), 'processes that are left').toEqual([]);
    const secrets = [...MARKER_WORDS, HABIT_WORD, PASSPHRASE_WORD];
    expect(wordsIn(await pageHeap(app.page), secrets), 'in the page').toEqual([]);
    const main = await processHeap(app.mainProcessId, heaps);
    expect(wordsIn(main, ['vault-locked', 'storage-stopped']), 'this is the app’s own process').toHaveLength(2);
    expect(wordsIn(main, secrets), 'in the app’s own process').toEqual([]);

    await lock.unlock();
    await today.go('Today');
    await expect(today.text()).toHaveText(MARKER);
  });
});
