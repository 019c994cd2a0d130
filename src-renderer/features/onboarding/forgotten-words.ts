import type { VaultState } from '../../../src-shared/contract/vault.ts';
import type { MessageId } from '../../intl/en.ts';

/** What became of the vault that was here; null: there was none, as far as this run of the app knows. */
export function forgottenWords({ state, reason, keptBackups }: VaultState): MessageId | null {
  if (state !== 'absent') return null;
  switch (reason) {
    case 'forgetting':
      return 'forget.underWay';
    case 'not-removed':
      return 'error.not-removed';
    case 'forgotten':
      return keptBackups === undefined ? 'forget.done' : 'forget.doneKept';
    default:
      return null;
  }
}
