import { ID_BYTES, type IndexPage } from './export-pages.ts';

/** Of one type. Each id is a string of its 16 bytes: a hundred thousand of them are a few megabytes. */
interface TypeIndex {
  count: number;
  /** Ids of their own, in their order: the pages come so. */
  readonly own: string[];
  /** Of ids made from a natural key, by its first part: the rest of it, a NUL, and the id. Another vault has other ids in another order, and the same keys. */
  readonly keyed: Map<string, string[]>;
}

/** What records a vault has: by type, in an order that is the same in every vault that holds the same. */
export class RecordIndex {
  readonly #types = new Map<string, TypeIndex>();

  add({ ids, types, naturalKeys }: IndexPage): void {
    for (const [at, type] of types.entries()) {
      const id = Buffer.from(ids.buffer, ids.byteOffset + at * ID_BYTES, ID_BYTES).toString('latin1');
      const index = this.#indexOf(type);
      index.count += 1;
      const naturalKey = naturalKeys[at] ?? null;
      if (naturalKey === null) {
        index.own.push(id);
        continue;
      }
      const [group = '', ...rest] = naturalKey;
      const entry = `${rest.join('\0')}\0${id}`;
      const entries = index.keyed.get(group);
      if (entries === undefined) index.keyed.set(group, [entry]);
      else entries.push(entry);
    }
  }

  /** In the order of their names. */
  types(): string[] {
    return [...this.#types.keys()].toSorted();
  }

  count(type: string): number {
    return this.#types.get(type)?.count ?? 0;
  }

  /** Ids of a type, at most `limit` together, 16 bytes each. Those with natural keys first, in the order of the keys. */
  *pages(type: string, limit: number): Generator<Uint8Array> {
    const index = this.#types.get(type);
    if (index === undefined) return;
    let page: string[] = [];
    for (const id of inOrder(index)) {
      page.push(id);
      if (page.length < limit) continue;
      yield bytesOf(page);
      page = [];
    }
    if (page.length > 0) yield bytesOf(page);
  }

  #indexOf(type: string): TypeIndex {
    const known = this.#types.get(type);
    if (known !== undefined) return known;
    const index: TypeIndex = { count: 0, own: [], keyed: new Map() };
    this.#types.set(type, index);
    return index;
  }
}

function* inOrder({ own, keyed }: TypeIndex): Generator<string> {
  // A group at a time (the days of one habit), so that nothing else has to wait for a great sort.
  for (const group of [...keyed.keys()].toSorted()) {
    for (const entry of keyed.get(group)!.toSorted()) yield entry.slice(-ID_BYTES);
  }
  yield* own;
}

function bytesOf(ids: readonly string[]): Uint8Array {
  return new Uint8Array(Buffer.from(ids.join(''), 'latin1'));
}
