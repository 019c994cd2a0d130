import type { PackageLicence } from '../../../src-shared/domain/licences.ts';

/** Those with each of the words in their name or in the name of their licence. */
export function foundLicences(packages: readonly PackageLicence[], search: string): readonly PackageLicence[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return packages;
  return packages.filter(({ name, licence }) => {
    const said = `${name} ${licence}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
