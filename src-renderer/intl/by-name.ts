/** What has a name, in the order of the language: by code points „Über“ would stand behind „Zug“. */
export function byName<Named extends { readonly name: string }>(all: readonly Named[], locale: string): Named[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return all.toSorted((one, other) => compare(one.name, other.name));
}
