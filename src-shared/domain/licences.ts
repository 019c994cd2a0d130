/** One package that the program is made with. */
export interface PackageLicence {
  readonly name: string;
  readonly version: string;
  /** SPDX, as the package says it. */
  readonly licence: string;
  /** Place in the list of texts. */
  readonly text: number;
}

/** What the build writes about the packages in it. */
export interface Licences {
  readonly packages: readonly PackageLicence[];
  /** Each once: many packages carry the same words. */
  readonly texts: readonly string[];
}
