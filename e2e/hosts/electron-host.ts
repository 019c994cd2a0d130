import { execFile } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication } from '@playwright/test';
import { findElectron } from '../../scripts/electron-binary.ts';
import { PAGE_ORIGIN } from '../../src-main/electron/addresses.ts';
import { electronLaunch, secondStartArguments } from './electron-launch.ts';
import { traceStart } from './evidence.ts';
import type { ElectronRunningHost, HostOptions, SecondStart } from './host.ts';

const root = resolve(import.meta.dirname, '../..');

/**
 * The built app of out/ in Electron's own binary; or, with DAYGROVE_ELECTRON_APP, a packaged TEST build. A RELEASE build cannot be driven: its fuses take `--inspect`
 * away, through which Playwright reaches the main process. What is different between the two is its fuse wire, which has tests of its own.
 */
export async function startElectronHost(options: HostOptions): Promise<ElectronRunningHost> {
  const executable = findElectron();
  if (executable === null) throw new Error('Electron’s binary is not here.');
  const launch = electronLaunch(options, {
    root,
    executable,
    isPackaged: Boolean(process.env['DAYGROVE_ELECTRON_APP']),
    platform: process.platform,
    runsAsRoot: process.getuid?.() === 0,
    environment: process.env,
    evidence: options.evidence ?? null,
  });
  for (const name of ['records', 'tmp', 'home']) mkdirSync(join(options.runDirectory, name), { recursive: true });

  const electronApp = await _electron.launch(launch);
  const child = electronApp.process();
  for (const stream of [child.stdout, child.stderr]) {
    stream
      ?.setEncoding('utf8')
      .on('data', (text: string) => appendFileSync(join(options.runDirectory, 'records', 'output.txt'), text));
  }
  let hasEnded = false;
  const ended = new Promise<void>((settle) => {
    electronApp.once('close', () => {
      hasEnded = true;
      settle();
    });
  });
  // On Windows Playwright's own child is a shell around it.
  const mainProcessId = await electronApp.evaluate(() => process.pid);
  await answerDialogs(electronApp, options);
  const page = await electronApp.firstWindow();
  await options.onPage(page);
  const endTrace =
    options.evidence === undefined ? null : await traceStart(electronApp.context(), options.evidence, options.start);
  await page.getByRole('heading').first().waitFor();

  const end = async (ask: () => Promise<unknown>): Promise<void> => {
    if (hasEnded) return;
    await endTrace?.();
    // The answer may be lost with the process.
    await ask().catch(() => {});
    await ended;
  };
  return {
    page,
    electronApp,
    mainProcessId,
    origin: PAGE_ORIGIN,
    quit: () =>
      end(() =>
        electronApp.evaluate(({ BrowserWindow }) => {
          for (const window of BrowserWindow.getAllWindows()) window.close();
        }),
      ),
    endApp: () => end(() => electronApp.evaluate(({ app }) => app.quit())),
    async pullPlug() {
      process.kill(mainProcessId, 'SIGKILL');
      await ended;
    },
    startSecond: () =>
      new Promise<SecondStart>((settle) => {
        const parameters = secondStartArguments(launch, process.platform);
        execFile(executable, parameters, { env: launch.env, cwd: launch.cwd }, (error, stdout, stderr) => {
          settle({
            exitCode: error === null ? 0 : typeof error.code === 'number' ? error.code : null,
            output: stdout + stderr,
          });
        });
      }),
    storageProcessIds: () =>
      electronApp.evaluate(({ app }) =>
        app
          .getAppMetrics()
          .filter((metric) => metric.name === 'Daygrove storage' || metric.serviceName === 'Daygrove storage')
          .map((metric) => metric.pid),
      ),
  };
}

/** Nobody is there to answer the system's dialogs: files go to the spec's folder, as the browser host's do, and folders are the one that the spec chose. */
async function answerDialogs(electronApp: ElectronApplication, options: HostOptions): Promise<void> {
  const answers = { downloads: options.downloads ?? null, chosenFolder: options.chosenFolder ?? null };
  await electronApp.evaluate(({ dialog }, { downloads, chosenFolder }) => {
    Object.assign(dialog, {
      showSaveDialog: async ({ defaultPath = '' }: { defaultPath?: string }) => {
        const name = defaultPath.split(/[\\/]/).at(-1) ?? '';
        return downloads === null
          ? { canceled: true, filePath: '' }
          : { canceled: false, filePath: `${downloads}/${name}` };
      },
      showOpenDialog: async () =>
        chosenFolder === null ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [chosenFolder] },
    });
  }, answers);
}
