import { writeFile, readFile, mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SyncServer } from './sync-server.ts';

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

const USAGE = 'Usage: npm run sync-server -- --dir FOLDER --token TOKEN [--port PORT] [--roll-over-frames N]';

function readArguments(): { dir: string; token: string; port: number; rollOverFrames: number } {
  let values: Record<string, string | undefined>;
  try {
    ({ values } = parseArgs({
      options: {
        dir: { type: 'string' },
        token: { type: 'string' },
        port: { type: 'string' },
        'roll-over-frames': { type: 'string' },
      },
    }));
  } catch (error) {
    stop(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
  const { dir, token, port = '8787', 'roll-over-frames': frames = '0' } = values;
  if (dir === undefined || token === undefined || token === '') stop(`A folder and a token are needed.\n${USAGE}`);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535 || !/^\d+$/.test(frames)) stop(`That is no number.\n${USAGE}`);
  return { dir: resolve(dir), token, port: Number(port), rollOverFrames: Number(frames) };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Two servers on one folder would write over each other's frames. */
async function lock(dir: string): Promise<string> {
  const path = join(dir, 'server.lock');
  const owner = Number(await readFile(path, 'utf8').catch(() => ''));
  if (owner > 0 && owner !== process.pid && isRunning(owner)) {
    stop(`Another sync server (process ${owner}) uses ${dir}. Stop it, or choose another folder.`);
  }
  await rm(path, { force: true });
  await writeFile(path, String(process.pid), { flag: 'wx' });
  return path;
}

const options = readArguments();
try {
  await mkdir(options.dir, { recursive: true });
  const lockPath = await lock(options.dir);
  const server = await SyncServer.start(options);
  process.stdout.write(
    `Sync server at ${server.url}, folder ${options.dir}.\n` +
      'For tests and development: no TLS, this machine only. For your own journal use Turso Cloud (docs/sync.md).\n',
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void server.close().then(async () => {
        await rm(lockPath, { force: true });
        process.exit(0);
      });
    });
  }
} catch (error) {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    stop(`Port ${options.port} is taken. Choose another with --port, or 0 for any that is free.`);
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR')
    stop(`The folder ${options.dir} cannot be written to.`);
  throw error;
}
