import type { Page } from '@playwright/test';
import type { CallInputOf, Channel } from '../../src-shared/contract/index.ts';

/** One call of the page's own. */
export interface PageCall<C extends Channel = Channel> {
  readonly channel: C;
  readonly input: CallInputOf<C>;
}

/** Calls the app as the page does, one after the other: for a life that would take too long to type. */
export async function callAll(page: Page, calls: readonly PageCall[]): Promise<void> {
  await page.evaluate(
    async (given) => {
      const { daygrove } = window as unknown as {
        daygrove: { invoke(channel: string, input: unknown): Promise<{ ok: boolean }> };
      };
      for (const { channel, input } of given) {
        const { ok } = await daygrove.invoke(channel, input);
        if (!ok) throw new Error(`${channel} was refused`);
      }
    },
    calls as readonly { channel: string; input: unknown }[],
  );
}
