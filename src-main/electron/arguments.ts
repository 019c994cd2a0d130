const WITH_VALUE: ReadonlySet<string> = new Set([
  '--profile',
  '--clock',
  '--time-zone',
  '--idle-lock-seconds',
  '--open',
]);
const WITHOUT_VALUE: ReadonlySet<string> = new Set(['--no-animations', '--hidden', '--quick-capture']);

/**
 * Our own flags among Electron's arguments: the program's path, in development the app's, and whatever switches Chromium, Playwright
 * or a desktop file put there. Those cannot be listed, so what is not ours is passed over and not called a mistake.
 */
export function ownArguments(argv: readonly string[]): string[] {
  const own: string[] = [];
  for (let at = 1; at < argv.length; at += 1) {
    const argument = argv[at] ?? '';
    const name = argument.split('=', 1)[0] ?? '';
    if (WITHOUT_VALUE.has(argument)) own.push(argument);
    else if (WITH_VALUE.has(name)) {
      own.push(argument);
      const value = argv[at + 1];
      if (name === argument && value !== undefined) {
        own.push(value);
        at += 1;
      }
    }
  }
  return own;
}
