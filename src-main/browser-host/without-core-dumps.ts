/**
 * The command that runs a program whose memory the system never writes to the disk: a core dump of ours is a diary in clear. The shell
 * becomes the program, so the process keeps its number and its channels. Windows keeps no dumps unless somebody asks it to.
 */
export function withoutCoreDumps(program: string, parameters: readonly string[]): [string, string[]] {
  if (process.platform === 'win32') return [program, [...parameters]];
  return ['/bin/sh', ['-c', 'ulimit -c 0; exec "$0" "$@"', program, ...parameters]];
}
