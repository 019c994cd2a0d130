import { captureChannels, contract, type Channel, type Handlers } from '../../src-shared/contract/index.ts';
import { MAX_PAYLOAD_BYTES } from '../../src-shared/contract/channel.ts';
import { AppFailure, err, ok, type Result } from '../../src-shared/result.ts';
import type { Caller, PageKind } from '../host.ts';
import { describeThrown, type Log } from '../log.ts';
import { payloadSize } from './payload-size.ts';

export interface RouterOptions {
  readonly handlers: Handlers;
  /** The exact origin of our page of a kind; asked each time, because the browser host learns its port late. */
  readonly trustedOrigin: (page: PageKind) => string;
  readonly log: Log;
  readonly newLogId: () => string;
}

export type Router = (caller: Caller, channel: unknown, payload: unknown) => Promise<Result<unknown>>;

/**
 * The one door. Every call is checked the same way, whatever the host: who calls, may that window call this, does the channel exist, is the payload of a size and a shape that the
 * contract allows; and what the handler gives back is checked too, so that nothing leaves that the contract does not name. It never throws.
 */
export function createRouter({ handlers, trustedOrigin, log, newLogId }: RouterOptions): Router {
  return async (caller, channel, payload) => {
    if (!caller.isMainFrame || caller.origin !== trustedOrigin(caller.page)) return err('forbidden');
    // Before it is looked up: the window of quick capture learns of nothing else, not even whether it is there.
    if (caller.page !== 'main' && !(typeof channel === 'string' && captureChannels.has(channel)))
      return err('forbidden');
    // Object.hasOwn: `constructor` and `__proto__` are no channels.
    if (typeof channel !== 'string' || !Object.hasOwn(contract, channel)) return err('unknown-channel');
    const name = channel as Channel;
    const internal = (thrown: unknown): Result<never> => {
      const logId = newLogId();
      log('call-failed', { logId, channel: name, ...describeThrown(thrown) });
      return err('internal', { logId });
    };
    try {
      if (payloadSize(payload, MAX_PAYLOAD_BYTES) > MAX_PAYLOAD_BYTES) return err('too-large');
      const input = contract[name].input.safeParse(payload);
      if (!input.success) return err('invalid-input');
      // The types of this one call were checked by the schema a line above; TypeScript cannot follow a name that is only known now.
      const handler = handlers[name] as (input: unknown) => Promise<Result<unknown>>;
      const result = await handler(input.data);
      if (!result.ok) return result;
      const output = contract[name].output.safeParse(result.value);
      return output.success ? ok(output.data) : internal(new OutputMismatch());
    } catch (thrown) {
      return thrown instanceof AppFailure ? { ok: false, error: thrown.error } : internal(thrown);
    }
  };
}

/** A handler gave back something that its channel's schema does not describe. */
class OutputMismatch extends Error {}
