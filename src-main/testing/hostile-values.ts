/** For tests: what a page that has been taken over could send. Everything that structured clone carries may come over the wire. */
import fc from 'fast-check';

const nested = (depth: number): unknown => {
  let value: unknown = {};
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? { value } : [value];
  return value;
};

const cyclic = (): unknown => {
  const value: Record<string, unknown> = { id: 'x' };
  value['self'] = value;
  value['list'] = [value, [value]];
  return value;
};

/** Made anew for each use: some of them are large, and nothing may keep them. */
const HOSTILE: Readonly<Record<string, () => unknown>> = {
  nothing: () => undefined,
  null: () => null,
  true: () => true,
  'not a number': () => NaN,
  infinity: () => -Infinity,
  'minus zero': () => -0,
  fraction: () => 0.1,
  'beyond integers': () => 2 ** 53,
  bigint: () => 2n ** 70n,
  'empty text': () => '',
  'lone surrogate': () => '\uDC00',
  'control characters': () => '\0\u0007\u001B[2J',
  'long text': () => 'x'.repeat(300_000),
  'too long text': () => 'x'.repeat(4_200_000),
  path: () => '../../../../etc/passwd',
  bytes: () => new Uint8Array([1, 2, 3]),
  'many bytes': () => new Uint8Array(300_000),
  'too many bytes': () => new Uint8Array(8 * 1024 * 1024 + 1),
  'other bytes': () => new Float64Array([NaN]),
  buffer: () => new ArrayBuffer(16),
  date: () => new Date(NaN),
  map: () => new Map([['id', 'x']]),
  set: () => new Set(['x']),
  expression: () => /(a+)+$/g,
  error: () => new TypeError('no'),
  'boxed text': () => Object('x') as unknown,
  list: () => [],
  'long list': () => Array.from({ length: 20_000 }, (_, index) => index),
  'sparse list': () => Array.from({ length: 3 }).concat(Array(1000)),
  object: () => ({}),
  'no prototype': () => Object.create(null) as unknown,
  'own __proto__': () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  'looks like a promise': () => JSON.parse('{"then":"x","toJSON":"y","valueOf":1,"toString":null,"length":-1}'),
  'looks like a result': () => ({ ok: true, value: {} }),
  'deep nesting': () => nested(63),
  'deeper nesting': () => nested(800),
  cycle: cyclic,
};

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Object.values(HOSTILE)).map((make) => make()) },
  { weight: 1, arbitrary: fc.anything({ withBigInt: true, withDate: true, withTypedArray: true, maxDepth: 3 }) },
);

const EXTRA_KEYS = ['__proto__', 'constructor', 'prototype', 'then', 'toJSON', 'hasOwnProperty', '', 'id2', '0', '\0', 'x'.repeat(5000)] as const; // prettier-ignore

type Container = Record<string, unknown> | unknown[];
const isContainer = (value: unknown): value is Container =>
  Array.isArray(value) || (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value));

/** Every place in a value at which something stands: the container and its key. The value itself stands at `value` of the holder. */
function places(value: unknown, holder: Container, key: string): { readonly at: Container; readonly key: string }[] {
  const inside = isContainer(value) ? Object.entries(value).flatMap(([name, part]) => places(part, value, name)) : [];
  return [{ at: holder, key }, ...inside];
}

function put(at: Container, key: string, value: unknown): void {
  // An assignment to `__proto__` would change the prototype instead, which does not come over a wire.
  Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true });
}

/** One change to a valid value: another thing in one of its places, a key more, a key less, or a list that repeats itself. */
export function mutated(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(valid, fc.nat(), fc.constantFrom('replace', 'replace', 'add', 'remove', 'repeat'), hostileValue, fc.nat())
    .map(([value, where, how, hostile, which]) => {
      const holder = { value: structuredClone(value) };
      const all = places(holder.value, holder, 'value');
      const { at, key } = all[where % all.length]!;
      const there: unknown = (at as Record<string, unknown>)[key];
      if (how === 'remove' && at !== holder) delete (at as Record<string, unknown>)[key];
      else if (how === 'add' && isContainer(there)) put(there, EXTRA_KEYS[which % EXTRA_KEYS.length]!, hostile);
      else if (how === 'repeat' && Array.isArray(there))
        put(at, key, Array.from({ length: 3000 }, () => there[0] as unknown)); // prettier-ignore
      else put(at, key, hostile);
      return holder.value;
    });
}
