import { describe, expect, it } from 'vitest';
import { claimLinks, followLaunch, Launches, launchOf, type Launch } from './launches.ts';
import { RecordingApp } from './testing/recording-app.ts';
import { RecordingElectron } from './testing/recording-electron.ts';

const TODAY = 'daygrove://today';

describe('what a start asks for', () => {
  it.each<[string[], Partial<Launch>]>([
    [['daygrove'], {}],
    [['daygrove', TODAY], { link: TODAY }],
    [['daygrove.exe', '--', TODAY], { link: TODAY }],
    // A link with quotation marks in it, as Windows breaks it up: neither a flag nor a link.
    [['daygrove.exe', '--', TODAY, '--quick-capture'], {}],
    [['daygrove.exe', '--', '--open', TODAY], {}],
    [['daygrove.exe', '--', `--open=${TODAY}`], {}],
    [['daygrove.exe', '--', '--quick-capture'], {}],
    [['daygrove.exe', '--', TODAY, '--'], {}],
    [['daygrove.exe', '--quick-capture', '--', 'DAYGROVE:"'], { link: 'DAYGROVE:"', quickCapture: true }],
    // The value that is missing is not behind it.
    [['daygrove', '--open', '--', 'rubbish'], {}],
    // As Chromium passes a second start on.
    [
      ['daygrove', '--allow-file-access-from-files', '--original-process-start-time=1', TODAY, '--profile', '/p'],
      { link: TODAY },
    ],
    [['electron', '.', '--open', TODAY], { link: TODAY }],
    [['electron', '.', `--open=${TODAY}`], { link: TODAY }],
    // What it is, is not decided here.
    [['daygrove', 'DAYGROVE://Nowhere'], { link: 'DAYGROVE://Nowhere' }],
    [['daygrove', '--open', 'rubbish'], { link: 'rubbish' }],
    [['daygrove', '--quick-capture'], { quickCapture: true }],
    [['daygrove', '/home/anna/notes.zip'], {}],
    // The program's own name is no link.
    [[TODAY], {}],
  ])('is read from %j', (argv, launch) =>
    expect(launchOf(argv)).toEqual({ link: null, quickCapture: false, ...launch }),
  );

  it('is kept until somebody listens, the newest of it', () => {
    const { app } = new RecordingElectron();
    const launches = new Launches(app, launchOf(['daygrove', TODAY]));
    // macOS tells before the app is ready.
    expect(app.emitCancellable('open-url', 'daygrove://new')).toBe(true);
    const heard: (string | null)[] = [];
    launches.attach(({ link }) => heard.push(link));
    app.emitCancellable('open-url', 'daygrove://capture');
    app.emitCancellable('second-instance', ['daygrove', TODAY]);
    app.emitCancellable('second-instance', ['daygrove']);
    expect(heard).toEqual(['daygrove://new', 'daygrove://capture', TODAY, null]);
  });

  it('is nothing to be told of at a plain first start', () => {
    const heard: Launch[] = [];
    new Launches(new RecordingElectron().app, launchOf(['daygrove'])).attach((launch) => heard.push(launch));
    expect(heard).toEqual([]);
  });

  it('leads to a place, to quick capture, or to the window', () => {
    const app = new RecordingApp();
    let focused = 0;
    const follow = followLaunch(app, () => (focused += 1));
    follow({ link: TODAY, quickCapture: false });
    follow({ link: null, quickCapture: true });
    follow({ link: null, quickCapture: false });
    expect(app.led).toEqual([TODAY, 'capture']);
    expect(focused).toBe(1);
  });
});

describe('the claim to our links', () => {
  const claimed = (platform: NodeJS.Platform, isPackaged = true, environment: NodeJS.ProcessEnv = {}): unknown[][] => {
    const { app } = new RecordingElectron();
    app.isPackaged = isPackaged;
    claimLinks(app, platform, 'C:\\Daygrove\\Daygrove.exe', environment);
    return app.claims;
  };

  it('is made where the package does not make it, and never by a copy of a developer’s', () => {
    expect(claimed('darwin')).toEqual([['daygrove']]);
    expect(claimed('win32')).toEqual([['daygrove', 'C:\\Daygrove\\Daygrove.exe', ['--']]]);
    expect(claimed('win32', true, { PORTABLE_EXECUTABLE_FILE: 'E:\\Daygrove.exe' })).toEqual([
      ['daygrove', 'E:\\Daygrove.exe', ['--']],
    ]);
    expect(claimed('linux')).toEqual([]);
    for (const platform of ['darwin', 'win32', 'linux'] as const) expect(claimed(platform, false)).toEqual([]);
  });
});
