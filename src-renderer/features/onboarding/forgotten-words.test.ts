import { expect, it } from 'vitest';
import type { VaultState } from '../../../src-shared/contract/vault.ts';
import { createEnglish } from '../../testing/english.ts';
import { forgottenWords } from './forgotten-words.ts';

const { say } = createEnglish('en-GB');
function told(state: Partial<VaultState>): string | null {
  const words = forgottenWords({ state: 'absent', reason: null, retryAfterMs: 0, ...state });
  return words === null ? null : say(words, { path: state.keptBackups ?? '' });
}

it('says what became of the vault that was here, and nothing where none was or one is', () => {
  expect(told({})).toBeNull();
  expect(told({ state: 'locked', reason: 'start' })).toBeNull();
  expect(told({ reason: 'forgetting' })).toBe('The vault is being removed from this computer…');
  expect(told({ reason: 'forgotten' })).toBe('The vault was removed from this computer.');
  expect(told({ reason: 'forgotten', keptBackups: '/home/a/kept-backups/one' })).toBe(
    'The vault was removed from this computer. Its backups are kept in /home/a/kept-backups/one.',
  );
  expect(told({ reason: 'not-removed' })).toContain('some of its files could not be removed yet');
});
