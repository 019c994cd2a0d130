/** For tests: values that a schema of the contract takes, made from the schema itself, so that a new channel is covered by being there. */
import fc from 'fast-check';
import type { z } from 'zod';

/** What this file reads of a schema's definition. zod keeps it under this name for libraries (zod.dev/library-authors). */
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly check?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string>>;
}
interface Check {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly pattern?: RegExp;
}
interface Schema {
  readonly _zod: { readonly def: Definition };
}

/** Ids of records that are there, so that calls reach them; empty where there are none. */
export type KnownIds = () => readonly string[];

/** What texts are made of that have broken other programs. All of it is text, and may stand in a diary. */
const TEXTS = [
  '', ' ', '\0', '\uD800', '\uFFFF', '\u202E', '../../../etc/passwd', '..\\..\\x', 'C:\\con', '/dev/zero', '__proto__', 'constructor', 'toString', "'); DROP TABLE version;--",
  '"*" NEAR(', '%00', '${7*7}', '<img src=x onerror=alert(1)>', '[x](javascript:alert(1))', 'https://127.0.0.1:9/', 'http://127.0.0.1:9', 'libsql://127.0.0.1:9', 'null', '1e999', '-0', 'ﷺ', '👩‍👩‍👧‍👦',
] as const; // prettier-ignore

/** Any code unit, halves of a pair among them. fast-check's own `binary` takes seconds to be made. */
const CODE_UNIT = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

/** The largest list, and the longest text, that is made: the contract's own limits are for whole diaries. */
const MOST_ITEMS = 6;
const LONGEST_TEXT = 2000;

function bounds(checks: readonly Check[]): { readonly min: number | undefined; readonly max: number | undefined } {
  const find = (name: string): Check | undefined => checks.find(({ check }) => check === name);
  return { min: find('greater_than')?.value, max: find('less_than')?.value };
}

function text(definition: Definition, checks: readonly Check[], known: KnownIds): fc.Arbitrary<string> {
  switch (definition.format) {
    case 'uuid': {
      const existing = fc.nat().map((n) => {
        const ids = known();
        return ids[n % Math.max(1, ids.length)] ?? '00000000-0000-4000-8000-000000000000';
      });
      return fc.oneof({ weight: 3, arbitrary: existing }, { weight: 1, arbitrary: fc.uuid({ version: 4 }) });
    }
    case 'date': {
      const near = fc.date({ min: new Date('2026-10-01'), max: new Date('2026-12-31'), noInvalidDate: true });
      const day = near.map((date) => date.toISOString().slice(0, 10));
      return fc.oneof(
        { weight: 4, arbitrary: day },
        { weight: 1, arbitrary: fc.constantFrom('0000-01-01', '1582-10-15', '2024-02-29', '9999-12-31') },
      );
    }
    case 'datetime':
      return fc
        .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString());
    case undefined:
      break;
    default:
      throw new Error(`No text of the format ${definition.format} can be made yet.`);
  }
  const pattern = checks.find(({ check }) => check === 'string_format')?.pattern;
  if (pattern !== undefined) return fc.stringMatching(pattern);
  const shortest = checks.find(({ check }) => check === 'min_length')?.minimum ?? 0;
  const longest = Math.min(checks.find(({ check }) => check === 'max_length')?.maximum ?? LONGEST_TEXT, LONGEST_TEXT);
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.string({ maxLength: 40 }) },
      { weight: 2, arbitrary: fc.constantFrom(...TEXTS) },
      { weight: 1, arbitrary: fc.string({ unit: CODE_UNIT, maxLength: longest }) },
    )
    .map((made) => made.padEnd(shortest, 'x').slice(0, longest));
}

function number(definition: Definition, checks: readonly Check[]): fc.Arbitrary<number> {
  const { min, max } = bounds(checks);
  const from = min ?? -1000;
  const to = max ?? Math.max(from, 1000);
  const edges = [from, to, ...(max === undefined ? [Number.MAX_SAFE_INTEGER] : [])];
  const between =
    definition.format === 'safeint'
      ? fc.integer({ min: Math.ceil(from), max: Math.floor(to) })
      : fc.double({ min: from, max: to, noNaN: true });
  return fc.oneof({ weight: 4, arbitrary: between }, { weight: 1, arbitrary: fc.constantFrom(...edges) });
}

/**
 * Values of a schema's input. Nearly all of them are valid: what a `refine` asks for besides cannot be read. Throws for a kind of schema that it does not know, so
 * that nothing is left out in silence.
 */
export function arbitraryOf(schema: z.ZodType, known: KnownIds): fc.Arbitrary<unknown> {
  return ofSchema(schema as unknown as Schema, known);
}

const definitionOf = (schema: Schema): Definition => schema['_zod'].def;

function ofSchema(schema: Schema, known: KnownIds): fc.Arbitrary<unknown> {
  const def = definitionOf(schema);
  const checks = (def.checks ?? []).map((check) => check['_zod'].def);
  switch (def.type) {
    case 'string':
      return text(def, checks, known);
    case 'number':
      return number(def, checks);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'nullable':
      return fc.option(ofSchema(def.innerType!, known), { freq: 3 });
    case 'optional':
    case 'default':
      return fc.option(ofSchema(def.innerType!, known), { freq: 3, nil: undefined });
    case 'union':
      return fc.oneof(...(def.options ?? []).map((option) => ofSchema(option, known)));
    case 'array': {
      const shortest = checks.find(({ check }) => check === 'min_length')?.minimum ?? 0;
      const longest = checks.find(({ check }) => check === 'max_length')?.maximum ?? MOST_ITEMS;
      const maxLength = Math.max(shortest, Math.min(longest, MOST_ITEMS));
      return fc.array(ofSchema(def.element!, known), { minLength: shortest, maxLength });
    }
    case 'object': {
      const shape = def.shape ?? {};
      const isOptional = (name: string): boolean => ['optional', 'default'].includes(definitionOf(shape[name]!).type);
      return fc.record(
        Object.fromEntries(Object.entries(shape).map(([name, value]) => [name, ofSchema(value, known)])),
        { requiredKeys: Object.keys(shape).filter((name) => !isOptional(name)), noNullPrototype: true },
      );
    }
    // Of the contract's own making there is one kind: bytes.
    case 'custom':
      return fc.uint8Array({ minLength: 1, maxLength: 64 });
    default:
      throw new Error(`No value of the kind ${def.type} can be made yet.`);
  }
}
