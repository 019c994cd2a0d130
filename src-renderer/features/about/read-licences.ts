import type { Licences } from '../../../src-shared/domain/licences.ts';

/** Where the build puts it, beside the page: it is known only when all bundles are made, so that none of them can name it. */
const PLACE = '/licences.js';

/** Once, when somebody asks. Rejects where the page was built without it. */
export async function readLicences(): Promise<Licences> {
  const { default: licences } = (await import(/* @vite-ignore */ PLACE)) as { readonly default: Licences };
  return licences;
}
