export const WITH_VALUE: ReadonlySet<string> = new Set([
  '--profile',
  '--clock',
  '--time-zone',
  '--idle-lock-seconds',
  '--language',
  '--open',
]);
export const WITHOUT_VALUE: ReadonlySet<string> = new Set(['--no-animations', '--hidden', '--quick-capture']);

/** Whether the next argument belongs to this one. */
export function isFlagWithValue(argument: string): boolean {
  return WITH_VALUE.has(argument);
}

export interface CommandLine {
  /** Between the program and `--`: flags, Chromium's switches, links and files. */
  readonly options: readonly string[];
  /** Behind `--`: what the system hands over, and nothing that could be a flag. */
  readonly operands: readonly string[];
}

/**
 * Windows starts `daygrove.exe -- LINK`, and whoever made the link may have put quotation marks into it, which make several arguments of it. So what stands behind `--` is
 * a link or a file whatever it looks like. `--` ends the flags even where one of them waits for its value.
 */
export function commandLineOf(argv: readonly string[]): CommandLine {
  const end = argv.indexOf('--', 1);
  return end === -1
    ? { options: argv.slice(1), operands: [] }
    : { options: argv.slice(1, end), operands: argv.slice(end + 1) };
}

/**
 * Our own flags among Electron's arguments: the program's path, in development the app's, and whatever switches Chromium, Playwright
 * or a desktop file put there. Those cannot be listed, so what is not ours is passed over and not called a mistake.
 */
export function ownArguments(argv: readonly string[]): string[] {
  const own: string[] = [];
  const { options } = commandLineOf(argv);
  for (let at = 0; at < options.length; at += 1) {
    const argument = options[at] ?? '';
    const name = argument.split('=', 1)[0] ?? '';
    if (WITHOUT_VALUE.has(argument)) own.push(argument);
    else if (WITH_VALUE.has(name)) {
      own.push(argument);
      const value = options[at + 1];
      if (name === argument && value !== undefined) {
        own.push(value);
        at += 1;
      }
    }
  }
  return own;
}
