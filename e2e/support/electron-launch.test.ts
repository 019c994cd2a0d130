import { expect, test } from '@playwright/test';
import { ownArguments } from '../../src-main/electron/arguments.ts';
import { parseFlags } from '../../src-main/flags.ts';
import { electronLaunch, secondStartArguments } from '../hosts/electron-launch.ts';
import type { ElectronSurroundings } from '../hosts/electron-launch.ts';
import type { HostOptions } from '../hosts/host.ts';

const OPTIONS: HostOptions = {
  runDirectory: '/run',
  profile: '/run/profile',
  clock: '2026-11-22T08:14:00Z',
  timeZone: 'Europe/Vienna',
  idleLockSeconds: 8,
  downloads: '/downloads',
  start: 2,
  onPage: () => Promise.resolve(),
};
const AROUND: ElectronSurroundings = {
  root: '/project',
  executable: '/project/node_modules/electron/dist/electron',
  isPackaged: false,
  platform: 'linux',
  runsAsRoot: false,
  environment: { PATH: '/bin', ELECTRON_RUN_AS_NODE: '1', GONE: undefined },
  evidence: null,
};

test.describe('the app in Electron', () => {
  test('is told its folder, its network log and every flag that its own reader understands', () => {
    const { args } = electronLaunch(OPTIONS, AROUND);
    expect(args.slice(0, 2)).toEqual(['/project', '--log-net-log=/run/records/net-log-2.json']);
    const flags = parseFlags(ownArguments(['electron', ...args]));
    expect(flags).toMatchObject({
      profile: '/run/profile',
      clock: Date.parse('2026-11-22T08:14:00Z'),
      timeZone: 'Europe/Vienna',
      idleLockSeconds: 8,
      animations: false,
    });
  });

  test('has no folder to be told where it is packaged', () => {
    expect(electronLaunch(OPTIONS, { ...AROUND, isPackaged: true }).args[0]).toMatch(/^--log-net-log=/);
  });

  test('keeps its sandbox, but as root, where a second start has none either', () => {
    const person = electronLaunch(OPTIONS, AROUND);
    expect(person.chromiumSandbox).toBe(true);
    expect(secondStartArguments(person, 'linux')).toEqual(person.args);
    const root = electronLaunch(OPTIONS, { ...AROUND, runsAsRoot: true });
    expect(root.chromiumSandbox).toBe(false);
    expect(secondStartArguments(root, 'linux')).toEqual(['--no-sandbox', ...root.args]);
  });

  test('leaves what it leaves where the marker search looks, and is no plain Node', () => {
    const { env } = electronLaunch(OPTIONS, AROUND);
    expect(env).toEqual({ PATH: '/bin', HOME: '/run/home', TMPDIR: '/run/tmp', TEMP: '/run/tmp', TMP: '/run/tmp' });
    const mac = electronLaunch(OPTIONS, { ...AROUND, platform: 'darwin', environment: { HOME: '/Users/somebody' } });
    expect(mac.env['HOME']).toBe('/Users/somebody');
  });

  test('is filmed where that was asked for only', () => {
    expect(electronLaunch(OPTIONS, AROUND).recordVideo).toBeUndefined();
    expect(electronLaunch(OPTIONS, { ...AROUND, evidence: '/evidence' }).recordVideo).toEqual({ dir: '/evidence' });
  });
});
