import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

/** Settings > Backups, and its dialogs. */
export class Backups {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  async open(): Promise<void> {
    await this.#app.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click();
    await expect(this.state).toBeVisible();
  }

  get section(): Locator {
    return this.#app.page.getByRole('region', { name: 'Backups' });
  }

  /** The last backup, and how it went. */
  get state(): Locator {
    return this.section.getByTestId('backup-state');
  }

  get folder(): Locator {
    return this.section.getByTestId('backup-folder');
  }

  button(name: string): Locator {
    return this.section.getByRole('button', { name });
  }

  async runNow(): Promise<void> {
    await this.button('Back up now').click();
    await expect(this.#app.page.getByText('The backup is written, and everything in it was read again.')).toBeVisible();
    await expect(this.button('Back up now')).toBeEnabled();
  }

  get dialog(): Locator {
    return this.#app.page.getByRole('dialog', { name: /^(Restore a backup|Verify my vault)$/ });
  }

  get problem(): Locator {
    return this.dialog.getByRole('alert');
  }

  get fileField(): Locator {
    return this.dialog.getByLabel('A file from somewhere else');
  }

  async chooseFile(file: { name: string; buffer: Buffer }): Promise<void> {
    await this.fileField.setInputFiles({ ...file, mimeType: 'application/octet-stream' });
  }

  /** What a look found, in words. */
  get found(): Locator {
    return this.dialog.getByRole('group', { name: 'What was found' });
  }

  /** Pixels of the comparison that are cut off at the right, or only there by scrolling sideways. */
  async pixelsOutOfSight(): Promise<number> {
    return this.dialog.getByRole('table').evaluate((table) => {
      const dialog = table.closest('[role=dialog]')!;
      const beyond = table.getBoundingClientRect().right - dialog.getBoundingClientRect().right;
      return Math.max(0, beyond, table.scrollWidth - table.clientWidth, dialog.scrollWidth - dialog.clientWidth);
    });
  }

  /** A row of the comparison: vault, backup, only in the vault, only in the backup, different. */
  row(kind: 'Entries' | 'Habits' | 'Check-ins' | 'Photos and files'): Locator {
    return this.dialog.getByRole('row', { name: new RegExp(`^${kind}`) }).getByRole('cell');
  }
}

/** The first screen's way to a backup. */
export class OpenBackup {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  async begin(): Promise<void> {
    await this.#app.page.getByRole('button', { name: 'Open a backup' }).click();
  }

  get fileField(): Locator {
    return this.#app.page.getByLabel('Choose a backup');
  }

  async choose(file: { name: string; buffer: Buffer }): Promise<void> {
    await this.fileField.setInputFiles({ ...file, mimeType: 'application/octet-stream' });
  }

  get problem(): Locator {
    return this.#app.page.getByRole('alert');
  }

  async useRecoveryKey(key: string): Promise<void> {
    await expect(this.#app.page.getByLabel(/it had then$/u)).toBeVisible();
    const other = this.#app.page.getByRole('button', { name: 'Use the recovery key' });
    if (await other.isVisible()) await other.click();
    await this.#app.page.getByLabel('Recovery key it had then').fill(key);
    await this.#app.page.getByRole('button', { name: 'See what it holds' }).click();
  }

  /** The figure beside a word, for example of `Entries`. */
  figure(name: string): Locator {
    return this.#app.page
      .locator('dl > div')
      .filter({ has: this.#app.page.getByText(name, { exact: true }) })
      .locator('dd');
  }

  async take(): Promise<void> {
    await this.#app.page.getByRole('button', { name: 'Make this my vault' }).click();
  }
}
