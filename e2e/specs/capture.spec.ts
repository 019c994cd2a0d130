import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { decodeFrame, encodeFrame, readCallFrame } from '../../src-main/browser-host/wire.ts';
import { Capture } from '../pages/capture.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';
import { MARKER, MARKER_WORDS } from '../support/marker.ts';

test(
  'a thought on the lock screen, by keyboard alone: sealed without a key, and in today behind the unlock',
  { tag: '@journey' },
  async ({ app }) => {
    const { page } = app;
    const capture = new Capture(app);
    const lock = new Lock(app);
    const today = new Today(app);
    // A vault gets its inbox key when it is opened.
    await openVault(app);
    await lock.lockNow();

    await expect(lock.passphrase).toBeFocused();
    await expect(async () => {
      await page.keyboard.press('Tab');
      await expect(capture.button).toBeFocused({ timeout: 100 });
    }).toPass();
    await page.keyboard.press('Enter');
    await expect(capture.text).toBeFocused();
    await expect(capture.says('Daygrove is locked. This is sealed, and opens when you unlock.')).toBeVisible();
    await expectAccessible(app, 'quick capture over the lock screen');
    await page.keyboard.type(MARKER);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio', { name: 'Good' })).toBeChecked();
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(capture.dialog).toBeHidden();
    await expect(page.getByText('Kept. You will find it in Today when you unlock.')).toBeVisible();
    expect(await app.storageProcessIds()).toEqual([]);
    const left = await page.content();
    for (const word of MARKER_WORDS) expect(left).not.toContain(word);

    // Also over the end of the app.
    await app.restart();
    await lock.unlock();
    // Another page than the one above.
    await expect(app.page.getByText('What you wrote down while locked is in your journal.')).toBeVisible();
    await expect(today.text()).toHaveText(MARKER);
    await expect(today.mood('Good')).toBeChecked();
  },
);

test('what is not kept is not thrown away without a word: before the first unlock, and by Escape', async ({ app }) => {
  const { page } = app;
  const capture = new Capture(app);
  const lock = new Lock(app);
  // The vault that specs begin with was opened before: as one from before there was an inbox.
  await rm(join(app.profile, 'inbox'), { recursive: true, force: true });
  await expect(lock.passphrase).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Shift+n');
  await expect(capture.says('Nothing can be kept here yet')).toBeVisible();
  await expect(capture.keepButton).toBeHidden();
  await expectAccessible(app, 'quick capture, where nothing can be kept');
  await capture.keep(MARKER);
  await expect(capture.text).toHaveValue(MARKER);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(capture.says('It is on the clipboard now.')).toBeVisible();
  await page.getByRole('button', { name: 'Unlock first' }).click();
  await page.getByRole('button', { name: 'Throw it away' }).click();

  await openVault(app);
  await lock.lockNow();
  await capture.button.click();
  await page.keyboard.press('Escape');
  await expect(capture.dialog).toBeHidden();
  await expect(capture.button).toBeFocused();

  await page.keyboard.press('Enter');
  await capture.text.fill(MARKER);
  await page.keyboard.press('Escape');
  await expect(capture.asked).toBeVisible();
  await expect(page.getByRole('button', { name: 'Go on writing' })).toBeFocused();
  await expectAccessible(app, 'quick capture, before it is thrown away');
  await page.keyboard.press('Enter');
  await expect(capture.text).toBeFocused();
  await expect(capture.text).toHaveValue(MARKER);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await expect(capture.dialog).toBeHidden();
  await capture.button.click();
  await expect(capture.text).toHaveValue('');
  await page.keyboard.press('Escape');

  // The page about the protection lies over the lock screen, and has the key too. What is told behind the unlock takes the place of what was told before it.
  await page.getByRole('button', { name: 'What Daygrove protects' }).click();
  await page.getByRole('button', { name: 'Back to the lock' }).waitFor();
  await page.keyboard.press('ControlOrMeta+Shift+n');
  await capture.keep('Leeks.');
  const kept = page.getByText('You will find it in today when you unlock.');
  await expect(kept).toBeVisible();
  await page.getByRole('button', { name: 'Back to the lock' }).click();
  await lock.unlock();
  await expect(page.getByText('What you wrote down while locked is in your journal.')).toBeVisible();
  await expect(kept).toBeHidden();
  await expect(new Today(app).text()).toHaveText('Leeks.');
});

test('with the journal open: by its shortcut from anywhere, into today at once', async ({ app }) => {
  const { page } = app;
  const capture = new Capture(app);
  const today = new Today(app);
  await openVault(app);
  await today.go('Habits');
  await page.keyboard.press('ControlOrMeta+Shift+n');
  await expect(capture.says('It goes into Today.')).toBeVisible();
  await expectAccessible(app, 'quick capture');
  await expect(capture.keepButton).toHaveAttribute('aria-disabled', 'true');
  await capture.keep(MARKER);
  await expect(page.getByText('Kept. You will find it in Today.')).toBeVisible();
  await today.go('Today');
  await expect(today.text()).toHaveText(MARKER);
});

test('what is being typed over the open journal when it is locked is kept', async ({ app }) => {
  const { page } = app;
  const capture = new Capture(app);
  const lock = new Lock(app);
  await openVault(app);
  await page.keyboard.press('ControlOrMeta+Shift+n');
  await capture.text.fill(MARKER);
  // As the machine does when it goes to sleep: not by the page.
  await page.evaluate(() => {
    const { daygrove } = window as unknown as {
      daygrove: { invoke(channel: string, input: unknown): Promise<unknown> };
    };
    // The lock replaces the page, and with it whoever waits for the answer.
    void daygrove.invoke('vault.lock', {});
  });
  await expect(lock.heading).toBeVisible();
  await expect(capture.dialog).toBeHidden();
  await lock.unlock();
  await expect(new Today(app).text()).toHaveText(MARKER);
});

test('the page of the small window shows nothing of before, and may call nothing but its own', async ({ app }) => {
  const { page } = app;
  const capture = new Capture(app);
  const today = new Today(app);
  await openVault(app);
  await today.write('An entry that was there before.');
  await capture.openPage();
  await expect(page).toHaveTitle('Daygrove');
  await expect(page.getByText('there before')).toHaveCount(0);
  const codes = await page.evaluate(async () => {
    const { daygrove } = window as unknown as {
      daygrove: { invoke(channel: string, input: unknown): Promise<{ ok: boolean; error?: { code: string } }> };
    };
    const asked = ['entries.timeline', 'vault.state', 'app.info', 'vault.lock', 'capture.inbox', 'capture.state'];
    const answers = await Promise.all(asked.map((channel) => daygrove.invoke(channel, {})));
    return answers.map(({ ok, error }) => (ok ? 'ok' : error?.code));
  });
  expect(codes).toEqual(['forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'ok']);
  await page.setViewportSize({ width: 480, height: 260 });
  await expectAccessible(app, 'the small window');
  // All of it is in sight without scrolling.
  await expect(capture.keepButton).toBeInViewport({ ratio: 1 });
  await capture.text.fill(MARKER);
  await page.keyboard.press('Escape');
  await expect(capture.asked).toBeInViewport({ ratio: 1 });
  // As small as it gets: the question is one line, and nothing lies on another.
  await page.setViewportSize({ width: 360, height: 220 });
  await expect(capture.asked).toBeInViewport({ ratio: 1 });
  const question = (await capture.asked.getByText('This is not kept yet.').boundingBox())!;
  expect(question.height).toBeLessThan(30);
  await page.locator('main > div').evaluate((element) => element.scrollTo(0, element.scrollHeight));
  const hint = (await capture.says('It goes into today.').boundingBox())!;
  expect(hint.y + hint.height).toBeLessThanOrEqual((await capture.asked.boundingBox())!.y);
  await page.keyboard.press('Escape');
  await expect(capture.asked).toBeHidden();
  await expect(capture.text).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(capture.says('Kept. You will find it in Today.')).toBeFocused();
  await capture.leavePage();
  await page.setViewportSize({ width: 1240, height: 844 });
  await expect(today.text(1)).toHaveText(MARKER);
});

test('a browser has no shortcut of the system’s; a host that has records it from the keys, and clears it', async ({
  app,
}) => {
  const { page } = app;
  await openVault(app);
  const field = page.getByRole('button', { name: /^Shortcut that works in every program/ });
  await new Today(app).go('Settings');
  await expect(page.getByText('The browser version has no shortcut that works in every program')).toBeVisible();
  await expect(field).toHaveCount(0);
  // A host that has shortcuts: its answer stands in for the one thing that this host does not have.
  const asking = new Set<number>();
  await page.routeWebSocket(/\/socket$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const call = readCallFrame(decodeFrame(Buffer.from(message)));
      if (call?.[1] === 'capture.shortcut') asking.add(call[0]);
      server.send(message);
    });
    server.onMessage((message) => {
      const frame = decodeFrame(Buffer.from(message)) as [string, number, unknown];
      const isAsked = frame[0] === 'answer' && asking.delete(frame[1]);
      socket.send(
        isAsked ? Buffer.from(encodeFrame(['answer', frame[1], { ok: true, value: { state: 'active' } }])) : message,
      );
    });
  });
  await page.reload();
  await new Today(app).go('Settings');
  await expect(page.getByText('It works now, in every program.')).toBeVisible();
  await field.focus();
  await page.keyboard.press('Enter');
  await expect(field).toHaveAccessibleName(/Press the keys…$/);
  await page.keyboard.press('j');
  await expect(page.getByText('That cannot be a shortcut for every program')).toContainText(
    process.platform === 'darwin' ? 'Command, Control or Option' : 'Ctrl, Alt or',
  );
  await expectAccessible(app, 'the shortcut while it is recorded');
  await page.keyboard.press('ControlOrMeta+Alt+j');
  await expect(field).toHaveAccessibleName(/(Ctrl\+Alt\+J|⌥⌘J)$/);
  // Given up: what was there stays, and so it does where the field is left.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(field).toHaveAccessibleName(/J$/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Clear the shortcut' })).toBeFocused();
  await expect(field).toHaveAccessibleName(/J$/);
  await page.keyboard.press('Enter');
  await expect(field).toHaveAccessibleName(/None: choose to set one$/);
  await expect(field).toBeFocused();
});

test('a key that somebody put into the folder is told until it was read', async ({ app }) => {
  const { page } = app;
  const capture = new Capture(app);
  const lock = new Lock(app);
  await openVault(app);
  await lock.lockNow();
  const path = join(app.profile, 'inbox', 'public-key.json');
  const key = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  await writeFile(path, JSON.stringify({ ...key, publicKey: Buffer.alloc(32, 9).toString('base64') }));
  await capture.button.click();
  await capture.keep(MARKER);
  await expect(capture.dialog).toBeHidden();
  await lock.unlock();
  const dialog = page.getByRole('dialog', { name: 'Somebody changed Daygrove’s folder' });
  await expect(dialog).toBeVisible();
  await expectAccessible(app, 'the warning of a changed key');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('One thing you wrote down while locked does not open.')).toBeVisible();
  await new Today(app).go('Settings');
  await expect(page.getByText('One thing that was written down while locked does not open')).toBeVisible();
  await lock.reopen();
  await expect(dialog).toBeHidden();
});

test('what is typed while a capture is on its way to the disk stays, and is kept by itself', async ({ app }) => {
  const { page } = app;
  const capture = new Capture(app);
  const today = new Today(app);
  await openVault(app);
  await page.keyboard.press('ControlOrMeta+Shift+n');
  await capture.text.fill('Buy bread');
  // A storage process that is busy: an import, a renewal of the key, a slow disk.
  const [pid] = await app.storageProcessIds();
  process.kill(pid!, 'SIGSTOP');
  try {
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.keyboard.type(' and call Anna');
    await expect(capture.text).toHaveValue('Buy bread and call Anna');
  } finally {
    process.kill(pid!, 'SIGCONT');
  }
  await expect(capture.says('What you had written is kept. This came after it, and is not kept yet.')).toBeVisible();
  await expect(capture.text).toHaveValue('and call Anna');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(capture.dialog).toBeHidden();
  await expect(today.text(0)).toHaveText('Buy bread');
  await expect(today.text(1)).toHaveText('and call Anna');
});

test('asked for a second time while it is on its way, a capture is followed by what was typed since', async ({
  app,
}) => {
  const { page } = app;
  const capture = new Capture(app);
  const today = new Today(app);
  await openVault(app);
  await page.keyboard.press('ControlOrMeta+Shift+n');
  await capture.text.fill('Buy bread');
  const [pid] = await app.storageProcessIds();
  process.kill(pid!, 'SIGSTOP');
  try {
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.keyboard.type(' and call Anna');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(capture.text).toHaveValue('Buy bread and call Anna');
  } finally {
    process.kill(pid!, 'SIGCONT');
  }
  await expect(capture.dialog).toBeHidden();
  await expect(today.text(0)).toHaveText('Buy bread');
  await expect(today.text(1)).toHaveText('and call Anna');
});
