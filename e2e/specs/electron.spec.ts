import { expect, test } from '../fixtures.ts';
import { DesktopSettings } from '../pages/desktop-settings.ts';
import { ExportDialog } from '../pages/export-dialog.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

test.describe('@electron', () => {
  test('the window shows our own page under its policy, with nothing of Node in it', async ({ app, electron }) => {
    await openVault(app);
    expect(app.page.url()).toBe(`${app.origin}/`);
    const preferences = await electron.electronApp.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Electron's types leave it out; it is there for tests of exactly this.
      const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
    const inPage = await app.page.evaluate(() => ({
      require: 'require' in globalThis,
      process: 'process' in globalThis,
      bridge: Object.keys((globalThis as unknown as { daygrove: object }).daygrove).toSorted(),
    }));
    expect(inPage).toEqual({ require: false, process: false, bridge: ['invoke', 'on'] });

    const response = await app.page.reload();
    const headers = (await response?.allHeaders()) ?? {};
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'none'; " +
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
  });

  test('the page reaches nobody, opens nothing and goes nowhere', async ({ app, electron }) => {
    await openVault(app);
    const url = app.page.url();
    const reached = await app.page.evaluate(async () => {
      const tried = await fetch('https://diary.invalid/').then(
        () => 'answered',
        () => 'refused',
      );
      const opened = window.open('https://diary.invalid/') === null ? 'refused' : 'opened';
      location.href = 'https://diary.invalid/';
      const permission = await Notification.requestPermission();
      return { tried, opened, permission };
    });
    expect(reached).toEqual({ tried: 'refused', opened: 'refused', permission: 'denied' });
    expect(app.page.url()).toBe(url);
    expect(await electron.electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('an inner frame is not answered', async ({ app }) => {
    await openVault(app);
    const frames = await app.page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = location.href;
      const loaded = new Promise((settle) => {
        frame.addEventListener('load', settle);
        frame.addEventListener('error', settle);
      });
      document.body.append(frame);
      await loaded;
      let bridge: unknown;
      try {
        bridge = (frame.contentWindow as unknown as { daygrove?: unknown } | null)?.daygrove;
      } catch {
        bridge = undefined;
      }
      frame.remove();
      return { hasBridge: bridge !== undefined };
    });
    expect(frames).toEqual({ hasBridge: false });
  });

  test('a second start puts the first window in front', async ({ app, electron }) => {
    await openVault(app);
    await electron.electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const { exitCode } = await app.startSecond();
    expect(exitCode).toBe(0);
    await expect
      .poll(() =>
        electron.electronApp.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
        ),
      )
      .toEqual([false]);
  });

  test('the menu’s commands do what they say', async ({ app, electron }) => {
    const click = (id: string): Promise<void> =>
      electron.electronApp.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);
    const today = new Today(app);
    await openVault(app);
    await click('journal');
    await expect(today.heading).toHaveText('Journal');
    await click('import');
    await expect(new ImportDialog(app).dialog).toBeVisible();
    await app.page.keyboard.press('Escape');
    await click('export');
    await expect(new ExportDialog(app).dialog).toBeVisible();
    await app.page.keyboard.press('Escape');
    await click('today');
    await today.write(MARKER);
    await click('lock');
    await expect(new Lock(app).heading).toBeVisible();
    await new Lock(app).unlock();
    await expect(today.text()).toHaveText(MARKER);
  });

  test('a link leads to its place, and behind the lock to the place behind the unlock', async ({ app, electron }) => {
    const follow = (link: string): Promise<boolean> =>
      electron.electronApp.evaluate(
        (electronModule, url) => electronModule.app.emit('open-url', { preventDefault: () => {} }, url),
        link,
      );
    const today = new Today(app);
    await openVault(app);
    await follow('daygrove://day/2026-11-05');
    await expect(today.heading).toHaveText('Thursday, November 5');
    await new Lock(app).lockNow();
    await follow('daygrove://today');
    await new Lock(app).unlock();
    await expect(today.heading).toHaveText('Sunday, November 22');
  });

  test('with a tray a closed window is hidden, and a second start brings it back', async ({ app, electron }) => {
    await openVault(app);
    await new Today(app).go('Settings');
    await new DesktopSettings(app).section.getByLabel(/^Show Daygrove in the/u).check();
    const visible = (): Promise<boolean[]> =>
      electron.electronApp.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isVisible()),
      );
    await electron.electronApp.evaluate(({ BrowserWindow, dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
      BrowserWindow.getAllWindows()[0]?.close();
    });
    await expect.poll(visible).toEqual([false]);
    expect((await app.startSecond()).exitCode).toBe(0);
    await expect.poll(visible).toEqual([true]);
  });

  test('the computer going to sleep locks, and the renderer that knew the journal is gone', async ({
    app,
    electron,
  }) => {
    const today = new Today(app);
    const lock = new Lock(app);
    await openVault(app);
    await today.write(MARKER);
    const rendererId = (): Promise<number | undefined> =>
      electron.electronApp.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
      );
    const before = await rendererId();
    await electron.electronApp.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
    await expect(lock.heading).toBeVisible();
    await expect(lock.text('The computer went to sleep, so it locked itself.')).toBeVisible();
    await expect.poll(rendererId).not.toBe(before);
    await lock.unlock();
    await expect(today.text()).toHaveText(MARKER);
  });

  test('the window’s title never names anything', async ({ app, electron }) => {
    await openVault(app);
    await new Today(app).write(MARKER);
    await app.page.evaluate((title) => {
      document.title = title;
    }, 'What I wrote today');
    const title = await electron.electronApp.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getTitle(),
    );
    expect(title).toBe('Daygrove');
  });
});
