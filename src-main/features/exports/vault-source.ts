import type { Vault } from '../../vault/vault.ts';
import { PagedExportSource } from './paged-source.ts';
import { VaultPages } from './vault-pages.ts';

/** As `StorageExportSource`, of a vault that is open in this very process. */
export class VaultExportSource extends PagedExportSource {
  constructor(vault: Vault) {
    super(new VaultPages(vault));
  }
}
