import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract } from '../src-shared/contract/index.ts';
import { describeThrown, formatLogLine, LOG_EVENTS, LOG_REASONS, type Log, type LogFields } from './log.ts';

describe('the log', () => {
  it('tells where something was thrown, and not a word of the message', () => {
    const thrown = new RangeError('she wrote: the doctor called again\n    at home:1:1');
    const line = formatLogLine('call-failed', { logId: 'cafe', channel: 'entries.write', ...describeThrown(thrown) });
    expect(line).toMatch(
      /^call-failed logId=cafe channel=entries\.write error=RangeError frames=log\.test\.ts:\d+:\d+</,
    );
    expect(line).not.toMatch(/doctor|she wrote|home/);
  });

  it('takes any thrown thing', () => {
    expect(describeThrown('a sentence')).toEqual({ error: 'string' });
    expect(describeThrown(null)).toEqual({ error: 'object' });
  });

  it('takes a code only where it looks like one of Node or SQLite', () => {
    const codeOf = (code: unknown): unknown => describeThrown(Object.assign(new Error('x'), { code })).code;
    for (const code of ['ENOSPC', 'EIO', 'ERR_INVALID_ARG_TYPE', 'SQLITE_BUSY', 'SQLITE_IOERR_WRITE'])
      expect(codeOf(code)).toBe(code);
    for (const code of ['Margarete', 'lovesick', 'two words', 'MARGARETE', 'E', 7, null, { toString: () => 'EIO' }])
      expect([code, codeOf(code)]).toEqual([code, undefined]);
  });

  it('names a kind of error only where it is named like one', () => {
    class Margarete extends Error {}
    class SealBroken extends Error {}
    expect(describeThrown(new Margarete('x')).error).toBe('Error');
    expect(describeThrown(new SealBroken('x')).error).toBe('SealBroken');
  });

  it('writes every event, channel and reason that there is', () => {
    for (const event of LOG_EVENTS) expect(formatLogLine(event)).toBe(event);
    for (const reason of LOG_REASONS)
      expect(formatLogLine('sync-cycle', { reason })).toBe(`sync-cycle reason=${reason}`);
    for (const channel of Object.keys(contract) as (keyof typeof contract)[])
      expect(formatLogLine('call-failed', { channel })).toBe(`call-failed channel=${channel}`);
    expect(formatLogLine('storage-stopped', { exitCode: null })).toBe('storage-stopped exitCode=null');
    expect(formatLogLine('app-started', { version: '1.20.3-beta.1' })).toBe('app-started version=1.20.3-beta.1');
    expect(formatLogLine('backup-written', { count: 12, logId: '0a1b2c3d' })).toBe(
      'backup-written logId=0a1b2c3d count=12',
    );
  });
});

describe('what the log takes', () => {
  /** As what a person wrote could come by mistake, or by a cast. */
  const log = (event: unknown, fields: unknown): string => formatLogLine(event as never, fields as never);

  it('is nothing by the name of a field that is not on the list', () => {
    // Named one by one: a field that is added to the type is added here, and somebody thinks about it.
    type Known = 'logId' | 'channel' | 'error' | 'code' | 'frames' | 'exitCode' | 'reason' | 'count' | 'version';
    const isWholeList: [keyof LogFields] extends [Known] ? true : false = true;
    expect(isWholeList).toBe(true);
    const more = {
      text: 'Margarete',
      message: 'Margarete',
      title: 'Margarete',
      path: '/home/margarete',
      stack: 'at x',
    };
    expect(log('vault-unlocked', more)).toBe('vault-unlocked');
  });

  it('has no parameter of free text, by its types', () => {
    type TextOf<K extends keyof LogFields> = string extends NonNullable<LogFields[K]> ? K : never;
    // A number in hexadecimal and a version number are the only texts; neither can hold a word (below).
    const free: TextOf<'logId'> | TextOf<'version'> = 'logId';
    const closed: [TextOf<Exclude<keyof LogFields, 'logId' | 'version'>>] extends [never] ? true : false = true;
    const events: string extends Parameters<Log>[0] ? false : true = true;
    expect([free, closed, events]).toEqual(['logId', true, true]);
  });

  it('is no event that is not on the list', () => {
    for (const event of ['Margarete', '', 'vault-unlocked Margarete', 'vault-unlocked\nMargarete', 7, null, undefined])
      expect(log(event, {})).toBe('event-not-allowed');
  });

  it('is not a word of what a person may have typed, whatever field it comes in', () => {
    const word = fc.constantFrom('Margarete', 'margarete', 'MARGARETE', 'margarete7', 'Mar-garete', 'märgarete');
    const text = fc.oneof(
      word,
      fc.tuple(fc.string({ maxLength: 10 }), word, fc.string({ maxLength: 10 })).map((parts) => parts.join('')),
      fc
        .tuple(word, fc.constantFrom('\n', ' ', '=', '<', '\r\n2026-01-01 vault-unlocked '))
        .map((parts) => parts.join('')),
    );
    const value = fc.oneof(
      text,
      fc.array(text, { maxLength: 3 }),
      text.map((each) => new String(each)),
      text.map((each) => ({ toString: () => each, length: 1 })),
      text.map((each) => new Error(each)),
      text.map((each) => ({ [each]: each })),
    );
    const keys = ['logId', 'channel', 'error', 'code', 'frames', 'exitCode', 'reason', 'count', 'version', 'text', '__proto__'] as const; // prettier-ignore
    fc.assert(
      fc.property(
        fc.constantFrom(...LOG_EVENTS),
        fc.array(fc.tuple(fc.constantFrom(...keys), value)),
        (event, fields) => {
          const line = log(event, Object.fromEntries(fields));
          expect(line.toLowerCase()).not.toMatch(/m[aä]r-?garete/);
          expect(line).not.toMatch(/[\r\n]/);
          expect(line.startsWith(event)).toBe(true);
        },
      ),
      { numRuns: 2000, seed: 20_261_126 },
    );
  });

  it('is nothing of what was thrown but its kind and its places', () => {
    const thrown = fc.oneof(
      fc.string().map((message) => new Error(`Margarete ${message}`)),
      fc.string().map((cause) => new TypeError('Margarete', { cause: `Margarete ${cause}` })),
      fc
        .string()
        .map((stack) =>
          Object.assign(new Error('Margarete'), { stack: `Error: ${stack}\n    at Margarete (${stack})` }),
        ),
      fc.string().map((code) => Object.assign(new Error('x'), { code: `Margarete ${code}`, path: 'Margarete' })),
      fc.string().map((text) => new AggregateError([new Error('Margarete')], `Margarete ${text}`)),
      fc.constant('Margarete'),
      fc.constant({ message: 'Margarete', stack: 'Error: Margarete\n    at Margarete:1:1' }),
    );
    fc.assert(
      fc.property(thrown, (value) => {
        expect(formatLogLine('call-failed', describeThrown(value))).not.toMatch(/Margarete/);
      }),
      { numRuns: 500, seed: 20_261_126 },
    );
  });
});
