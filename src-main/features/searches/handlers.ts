import type { Handlers } from '../../../src-shared/contract/index.ts';
import type { searchesContract } from '../../../src-shared/contract/searches.ts';
import { ok } from '../../../src-shared/result.ts';
import type { Vault } from '../../vault/vault.ts';
import { NamedTexts } from '../named-texts.ts';
import { SAVED_SEARCH_RECORD } from './projection.ts';

export function searchesHandlers(vault: Vault): Handlers<keyof typeof searchesContract> {
  const searches = new NamedTexts(vault, SAVED_SEARCH_RECORD, 'saved_search');
  return {
    'searches.list': async () => {
      const found = await searches.list();
      return ok({ searches: found.map(({ text, ...rest }) => ({ ...rest, query: text })) });
    },

    'searches.write': async ({ id, name, query }) => {
      await searches.write({ id, name, text: query });
      return ok({ id, name, query });
    },

    'searches.remove': async ({ id }) => {
      await searches.remove(id);
      return ok({});
    },
  };
}
