import type { Handlers } from '../../../src-shared/contract/index.ts';
import type { templatesContract } from '../../../src-shared/contract/templates.ts';
import { ok } from '../../../src-shared/result.ts';
import type { Vault } from '../../vault/vault.ts';
import { NamedTexts } from '../named-texts.ts';
import { TEMPLATE_RECORD } from './projection.ts';

export function templatesHandlers(vault: Vault): Handlers<keyof typeof templatesContract> {
  const templates = new NamedTexts(vault, TEMPLATE_RECORD, 'template');
  return {
    'templates.list': async () => {
      const found = await templates.list();
      return ok({ templates: found.map(({ text, ...rest }) => ({ ...rest, body: text })) });
    },

    'templates.write': async ({ id, name, body }) => {
      await templates.write({ id, name, text: body });
      return ok({ id, name, body });
    },

    'templates.remove': async ({ id }) => {
      await templates.remove(id);
      return ok({});
    },
  };
}
