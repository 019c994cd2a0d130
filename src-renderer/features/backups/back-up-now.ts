import type { Client } from '../../../src-shared/contract/index.ts';
import type { AppError } from '../../../src-shared/result.ts';
import type { Notices } from '../../components/notices-store.ts';
import type { Language } from '../../intl/language.ts';

interface Around extends Pick<Language, 'say'> {
  readonly client: Client;
  readonly notices: Notices;
}

/**
 * Writes a backup and says how it went; what went wrong only in the second place is a problem too, and is said with the place.
 * @returns what went wrong with the backup itself, for the caller to show; null: nothing, or it was cancelled
 */
export async function backUpNow({ client, notices, say }: Around): Promise<AppError | null> {
  const result = await client.invoke('backups.run', {});
  if (!result.ok) {
    if (result.error.code !== 'cancelled') return result.error;
    notices.announce(say('backups.cancelled'));
    return null;
  }
  const { folder } = result.value;
  if (folder === null || folder.problem === null) {
    notices.show({ tone: 'plain', text: (spoken) => spoken.say('backups.done'), action: null });
    return null;
  }
  const { path, problem } = folder;
  notices.show({
    tone: 'problem',
    text: (spoken) => spoken.say('backups.doneNotCopied', { path, reason: spoken.sayError({ code: problem }) }),
    action: null,
  });
  return null;
}
