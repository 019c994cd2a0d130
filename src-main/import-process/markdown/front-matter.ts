import { isMap, isScalar, parseDocument, stringify } from 'yaml';

/** A property as its file says it: texts, lists and objects. */
export type Property = unknown;

export interface FrontMatter {
  /** By their names in small letters, without spaces, `_` and `-`. */
  readonly properties: ReadonlyMap<string, Property>;
  /** What is known by no name of those that have a meaning here, as YAML; empty: nothing. */
  others(known: ReadonlySet<string>): string;
  /** The text behind it. */
  readonly body: string;
}

/** Longer ones are no properties that somebody gave a note. */
const MAX_LENGTH = 32 * 1024;
/** As often as an alias may stand for another value: above that it is made to fill the memory. */
const MAX_ALIASES = 20;

export function propertyName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

/**
 * The properties above a text, between lines of `---`.
 * @returns null: there are none; `broken`: there are, and they cannot be read
 */
export function readFrontMatter(text: string): FrontMatter | 'broken' | null {
  if (!/^---[ \t]*\n/.test(text)) return null;
  const start = text.indexOf('\n') + 1;
  const end = endOf(text, start);
  if (end === null) return null;
  const source = text.slice(start, end.from);
  const body = text.slice(end.to);
  if (source.trim() === '') return { properties: new Map(), others: () => '', body };
  const found = fromYaml(source) ?? fromLines(source);
  if (found === null) return 'broken';
  // A rule, a line of text, and another rule.
  if (found === 'text') return null;
  const properties = new Map([...found].map(([name, value]) => [propertyName(name), value]));
  return { properties, others: (known) => othersOf(found, known), body };
}

function endOf(text: string, start: number): { readonly from: number; readonly to: number } | null {
  const limit = Math.min(text.length, start + MAX_LENGTH);
  for (let at = start; at < limit;) {
    const line = text.indexOf('\n', at);
    const end = line === -1 ? text.length : line;
    if (/^(?:---|\.\.\.)[ \t]*$/.test(text.slice(at, Math.min(end, at + 20))))
      return { from: at, to: Math.min(text.length, end + 1) };
    at = end + 1;
  }
  return null;
}

function fromYaml(source: string): Map<string, Property> | 'text' | null {
  try {
    const document = parseDocument(source, {
      logLevel: 'silent',
      prettyErrors: false,
      uniqueKeys: false,
      stringKeys: true,
    });
    if (document.errors.length > 0) return null;
    const { contents } = document;
    if (!isMap(contents)) return 'text';
    const values = document.toJS({ maxAliasCount: MAX_ALIASES }) as Record<string, unknown>;
    const found = new Map<string, Property>();
    for (const { key, value } of contents.items) {
      const name = String(isScalar(key) ? key.value : key);
      // A number or a yes as it was written: 2024.10 is no 2024.1 where it is a title.
      const isPlain = isScalar(value) && typeof value.value !== 'string' && value.value !== null;
      found.set(name, isPlain ? (value.source ?? String(value.value)) : (values[name] ?? null));
    }
    return found;
  } catch {
    // Nested too deep, or aliases of aliases.
    return null;
  }
}

const PLAIN_LINE = /^([\p{L}\p{N}_][\p{L}\p{N}_ -]{0,60}):(?:[ \t]+([^[{"'|>&*!\s].*))?[ \t]*$/u;
const LIST_LINE = /^[ \t]*- +([^[{"'|>&*!\s].*)$/;

/** What a hand writes and YAML does not take: `title: One: two`, a tab. Only where every line is so plain that it cannot mean anything else. */
function fromLines(source: string): Map<string, Property> | null {
  const found = new Map<string, Property>();
  let list: string[] | null = null;
  for (const line of source.split('\n')) {
    if (line.trim() === '') continue;
    const item = LIST_LINE.exec(line);
    if (item !== null && list !== null) {
      list.push(item[1]!.trim());
      continue;
    }
    const match = PLAIN_LINE.exec(line);
    if (match === null) return null;
    const value = match[2]?.trim();
    list = value === undefined ? [] : null;
    found.set(match[1]!.trim(), value ?? list);
  }
  return found;
}

function othersOf(found: ReadonlyMap<string, Property>, known: ReadonlySet<string>): string {
  const others = [...found].filter(([name, value]) => !known.has(propertyName(name)) && !isEmpty(value));
  if (others.length === 0) return '';
  return others.map(([name, value]) => `${yamlLine(name, value)}`).join('\n');
}

function isEmpty(value: Property): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function yamlLine(name: string, value: Property): string {
  // Texts stand as they were written; stringify would put numbers in quotes.
  if (typeof value === 'string' && !value.includes('\n')) return `${name}: ${value}`;
  return stringify({ [name]: value }, { lineWidth: 0 }).trimEnd();
}

/** A property on one line; empty: it says nothing. */
export function textOf(value: Property): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    return value
      .map((part) => textOf(part))
      .filter((part) => part !== '')
      .join(', ');
  }
  return '';
}
