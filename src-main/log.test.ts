import { describe, expect, it } from 'vitest';
import { describeThrown, formatLogLine } from './log.ts';

describe('the log', () => {
  it('tells where something was thrown, and not a word of the message', () => {
    const thrown = new RangeError('she wrote: the doctor called again\n    at home:1:1');
    const line = formatLogLine('call-failed', { logId: 'cafe', channel: 'entries.write', ...describeThrown(thrown) });
    expect(line).toMatch(
      /^call-failed logId=cafe channel=entries\.write error=RangeError frames=log\.test\.ts:\d+:\d+</,
    );
    expect(line).not.toMatch(/doctor|she wrote|home/);
  });

  it('leaves out values that are no plain words', () => {
    const line = formatLogLine('call-failed', { code: 'two words', reason: 'idle', error: 'x'.repeat(500) });
    expect(line).toBe('call-failed reason=idle');
  });

  it('takes any thrown thing', () => {
    expect(describeThrown('a sentence')).toEqual({ error: 'string' });
    expect(describeThrown(null)).toEqual({ error: 'object' });
  });
});
