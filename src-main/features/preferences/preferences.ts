import { z } from 'zod';
import type { InputOf } from '../../../src-shared/contract/index.ts';
import { preferencesSchema, type Preferences } from '../../../src-shared/contract/preferences.ts';
import { dayOf, type Day } from '../../../src-shared/domain/day.ts';
import { firstWeekdayOf } from '../../../src-shared/domain/weeks.ts';
import type { Vault } from '../../vault/vault.ts';

export const PREFERENCES_RECORD = 'preferences';

const fieldsSchema = z.object({
  dayEndsAt: preferencesSchema.shape.dayEndsAt.catch(0),
  weekStart: preferencesSchema.shape.weekStart.catch(null),
});

export interface KnownPreferences extends Preferences {
  readonly firstWeekday: number;
  readonly firstWeekdayHere: number;
}

/** One record in a vault: every device counts days and weeks alike. */
export class PreferencesBook {
  readonly #vault: Vault;
  readonly #locale: string;
  #known: { readonly turn: number; readonly preferences: Preferences } | null = null;

  /** @param locale BCP 47, of the place where the person lives: says on which day weeks begin where nothing is chosen */
  constructor(vault: Vault, locale: string) {
    this.#vault = vault;
    this.#locale = locale;
  }

  async get(): Promise<KnownPreferences> {
    const turn = this.#vault.turnOf(PREFERENCES_RECORD);
    if (this.#known?.turn !== turn) {
      const record = await this.#vault.record(this.#id);
      this.#known = { turn, preferences: fieldsSchema.parse(record?.fields ?? {}) };
    }
    const { preferences } = this.#known;
    const here = firstWeekdayOf(this.#locale);
    return { ...preferences, firstWeekday: preferences.weekStart ?? here, firstWeekdayHere: here };
  }

  async change(changes: InputOf<'preferences.change'>): Promise<KnownPreferences> {
    await this.#vault.commit([{ id: this.#id, type: PREFERENCES_RECORD, fields: { ...changes } }]);
    return this.get();
  }

  /** The day it is for the person. */
  async today(): Promise<Day> {
    const { dayEndsAt } = await this.get();
    return dayOf(this.#vault.clock.now(), this.#vault.clock.zone(), dayEndsAt);
  }

  get #id(): Uint8Array {
    return this.#vault.derivedId(PREFERENCES_RECORD);
  }
}
