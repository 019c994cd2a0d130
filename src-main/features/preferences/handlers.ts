import type { Handlers } from '../../../src-shared/contract/index.ts';
import type { preferencesContract } from '../../../src-shared/contract/preferences.ts';
import { ok } from '../../../src-shared/result.ts';
import type { PreferencesBook } from './preferences.ts';

export function preferencesHandlers(preferences: PreferencesBook): Handlers<keyof typeof preferencesContract> {
  return {
    'preferences.get': async () => ok(await preferences.get()),
    'preferences.change': async (changes) => ok(await preferences.change(changes)),
  };
}
