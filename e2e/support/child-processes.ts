import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

export interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Every process of this machine that we may see. */
export function listProcesses(): ProcessInfo[] {
  if (process.platform === 'linux') {
    // Not `ps`: a small container has none.
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
          // The second field is the program's name in parentheses, which may hold anything.
          const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
          if (state === 'Z') return [];
          const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
          return [{ pid: Number(name), parent: Number(parent), command }];
        } catch {
          return [];
        }
      });
  }
  if (process.platform === 'win32') {
    const script =
      'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.ParentProcessId) $($_.CommandLine)" }';
    return parseLines(execFileSync('powershell', ['-NoProfile', '-Command', script], { encoding: 'utf8' }));
  }
  return parseLines(execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }));
}

function parseLines(text: string): ProcessInfo[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s*(.*?)\s*$/.exec(line);
    return match === null ? [] : [{ pid: Number(match[1]), parent: Number(match[2]), command: match[3] ?? '' }];
  });
}

/** The direct children of a process whose command line has this in it. */
export function childrenOf(pid: number, commandPart: string): number[] {
  return listProcesses()
    .filter((process) => process.parent === pid && process.command.includes(commandPart))
    .map((process) => process.pid);
}

export function isRunning(pid: number): boolean {
  return listProcesses().some((process) => process.pid === pid);
}
