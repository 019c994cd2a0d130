import { describe, expect, it } from 'vitest';
import { parseFlags } from '../flags.ts';
import { ownArguments } from './arguments.ts';

describe('our own arguments', () => {
  it.each([
    [['daygrove'], []],
    [
      ['daygrove', '--profile', '/p', '--no-animations'],
      ['--profile', '/p', '--no-animations'],
    ],
    [
      ['electron', '.', '--profile=/p', '--time-zone=Europe/Vienna'],
      ['--profile=/p', '--time-zone=Europe/Vienna'],
    ],
    // As Playwright, a container and a desktop file put it.
    [
      [
        'electron',
        '--inspect=0',
        '--remote-debugging-port=0',
        '--no-sandbox',
        'out/main/index.js',
        '--clock',
        '2026-11-22T08:14:00Z',
        '--ozone-platform-hint=auto',
        '%U',
      ],
      ['--clock', '2026-11-22T08:14:00Z'],
    ],
    [
      ['daygrove', '--hidden', '--open', 'daygrove://today', '--quick-capture'],
      ['--hidden', '--open', 'daygrove://today', '--quick-capture'],
    ],
    // A link is no flag, and cannot bring one.
    [['daygrove', '--', 'daygrove://today'], []],
    // Electron's own check of such lines (no switch behind a link) ends at `--`.
    [
      [
        'daygrove.exe',
        '--',
        'daygrove://today',
        '--profile',
        '\\\\evil\\share',
        '--idle-lock-seconds',
        '999999999',
        '--clock=2001-01-01T00:00:00Z',
      ],
      [],
    ],
    [['daygrove', '--hidden', '--', '--no-animations'], ['--hidden']],
    [['daygrove', '--profile', '--', '/p'], ['--profile']],
    [['daygrove', '--headless', '--screenshot', 'x.png'], []],
    [['daygrove', '--profile'], ['--profile']],
    // The program's own name is never a flag.
    [['--profile', 'x'], []],
  ])('of %j are %j', (argv, own) => expect(ownArguments(argv)).toEqual(own));

  it('are all known to the one reader of flags', () => {
    const argv = [
      'daygrove',
      '--profile',
      '/p',
      '--clock',
      '2026-11-22T08:14:00Z',
      '--time-zone',
      'Europe/Vienna',
      '--idle-lock-seconds',
      '2',
      '--no-animations',
    ];
    expect(ownArguments(argv)).toEqual(argv.slice(1));
    expect(parseFlags(ownArguments(argv))).toMatchObject({
      profile: '/p',
      timeZone: 'Europe/Vienna',
      idleLockSeconds: 2,
      animations: false,
    });
  });
});
