import type { z } from 'zod';

/** One call that may cross the bridge: what goes in and what comes out, as schemas that are checked on both sides of the router. */
export interface ChannelContract<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly input: Input;
  readonly output: Output;
}

export function channel<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): ChannelContract<Input, Output> {
  return { input, output };
}

/** The largest payload of one call, in bytes as the router counts them (UTF-16 code units count two). */
export const MAX_PAYLOAD_BYTES = 8 * 1024 * 1024;
