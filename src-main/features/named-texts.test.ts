import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { value } from '../testing/test-app.ts';
import { deliver, openDevice } from '../vault/testing/test-devices.ts';
import { openTestVault, type TestVault } from '../vault/testing/test-vault.ts';
import { entriesHandlers } from './entries/handlers.ts';
import { searchesHandlers } from './searches/handlers.ts';
import { templatesHandlers } from './templates/handlers.ts';

let test: TestVault;
beforeEach(async () => {
  test = await openTestVault('2026-11-22T08:14:00Z');
});
afterEach(() => test.remove());

const names = async (vault = test.vault): Promise<string[]> =>
  value(await templatesHandlers(vault)['templates.list']({})).templates.map(({ name }) => name);

describe('templates and saved searches', () => {
  it('are kept by name, changed, removed and brought back', async () => {
    const templates = templatesHandlers(test.vault);
    const [evening, dream] = [randomUUID(), randomUUID()];
    value(await templates['templates.write']({ id: evening, name: 'Evening', body: '## {{weekday}}\n' }));
    value(await templates['templates.write']({ id: dream, name: 'A dream', body: '' }));
    expect(await names()).toEqual(['A dream', 'Evening']);
    value(await templates['templates.write']({ id: dream, name: 'Night', body: 'I was {{cursor}}' }));
    expect(value(await templates['templates.list']({})).templates).toEqual([
      { id: evening, name: 'Evening', body: '## {{weekday}}\n' },
      { id: dream, name: 'Night', body: 'I was {{cursor}}' },
    ]);
    value(await templates['templates.remove']({ id: evening }));
    expect(await names()).toEqual(['Night']);
    value(await templates['templates.write']({ id: evening, name: 'Evening', body: '' }));
    expect(await names()).toEqual(['Evening', 'Night']);
    await test.vault.rebuildProjections();
    expect(await names()).toEqual(['Evening', 'Night']);
    const searches = searchesHandlers(test.vault);
    expect(value(await searches['searches.list']({})).searches).toEqual([]);
    const search = { id: randomUUID(), name: 'Good walks', query: 'walk mood:4-5 -tag:work' };
    value(await searches['searches.write'](search));
    expect(value(await searches['searches.list']({})).searches).toEqual([search]);
  });

  it('are nothing else’s', async () => {
    const id = randomUUID();
    value(await entriesHandlers(test.vault)['entries.write']({ id, day: '2026-11-22', body: 'An entry' }));
    const templates = templatesHandlers(test.vault);
    const refused = { error: { code: 'not-found' } };
    await expect(templates['templates.write']({ id, name: 'x', body: '' })).rejects.toMatchObject(refused);
    await expect(templates['templates.remove']({ id })).rejects.toMatchObject(refused);
    await expect(templates['templates.remove']({ id: randomUUID() })).rejects.toMatchObject(refused);
  });

  it('travel, and are merged as texts', async () => {
    const other = await openDevice(join(test.folder, 'other.db'), test.keys);
    const [here, there] = [templatesHandlers(test.vault), templatesHandlers(other.vault)];
    const id = randomUUID();
    value(await here['templates.write']({ id, name: 'Evening', body: 'one\n\ntwo' }));
    await deliver(test.vault, other.vault);
    value(await here['templates.write']({ id, name: 'Evening', body: 'ONE\n\ntwo' }));
    value(await there['templates.write']({ id, name: 'Evening', body: 'one\n\nTWO' }));
    await deliver(test.vault, other.vault);
    await deliver(other.vault, test.vault);
    for (const templates of [here, there]) {
      expect(value(await templates['templates.list']({})).templates[0]?.body).toBe('ONE\n\nTWO');
    }
    await other.vault.close();
  });
});
