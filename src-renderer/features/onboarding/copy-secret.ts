import type { Client } from '../../../src-shared/contract/index.ts';
import { copyText } from '../../components/copy-text.ts';

export interface Copied {
  /** `for-now`: it is taken off the clipboard again. `to-stay`: only the person can do that. */
  readonly how: 'for-now' | 'to-stay' | 'not';
  readonly staysSeconds: number;
}

/** Main copies, because it can look later whether the secret still is there. Where the host has no clipboard of its own, the page copies. */
export async function copySecret(client: Client, text: string): Promise<Copied> {
  const result = await client.invoke('app.copy-secret', { text });
  if (result.ok && result.value.isCopied) return { how: 'for-now', staysSeconds: result.value.staysSeconds };
  return { how: (await copyText(text)) ? 'to-stay' : 'not', staysSeconds: 0 };
}
