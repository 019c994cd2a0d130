import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { _electron } from '@playwright/test';
import { findElectron } from '../../scripts/electron-binary.ts';
import { PAGE_ORIGIN } from '../../src-main/electron/addresses.ts';
import { hostFlags } from './host.ts';
import type { ElectronRunningHost, HostOptions, SecondStart } from './host.ts';

const root = resolve(import.meta.dirname, '../..');

/** The built app of out/ in Electron's own binary. */
export async function startElectronHost(options: HostOptions): Promise<ElectronRunningHost> {
  const executablePath = findElectron();
  if (executablePath === null) throw new Error('Electron’s binary is not here.');
  const asRoot = process.getuid?.() === 0;
  const records = join(options.runDirectory, 'records');
  mkdirSync(records, { recursive: true });
  const netLog = `--log-net-log=${join(records, `net-log-${String(options.start)}.json`)}`;
  const parameters = [root, netLog, ...hostFlags(options)];
  const temporary = join(options.runDirectory, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const env = { ...process.env, TMPDIR: temporary } as Record<string, string>;
  const electronApp = await _electron.launch({
    executablePath,
    args: parameters,
    env,
    // Playwright turns the sandbox off unless it is told; as root it cannot be on.
    chromiumSandbox: !asRoot,
  });
  const page = await electronApp.firstWindow();
  await options.onPage(page);
  const child = electronApp.process();

  return {
    page,
    electronApp,
    mainProcessId: child.pid ?? NaN,
    origin: PAGE_ORIGIN,
    quit: () => electronApp.close(),
    endApp: () => electronApp.close(),
    pullPlug: () =>
      new Promise((settle) => {
        child.once('exit', () => settle());
        child.kill('SIGKILL');
      }),
    startSecond: () =>
      new Promise<SecondStart>((settle) => {
        execFile(
          executablePath,
          [...(asRoot ? ['--no-sandbox'] : []), ...parameters],
          { env },
          (error, stdout, stderr) => {
            settle({
              exitCode: error === null ? 0 : typeof error.code === 'number' ? error.code : null,
              output: stdout + stderr,
            });
          },
        );
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
