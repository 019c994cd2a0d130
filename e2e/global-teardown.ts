import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ALWAYS_SECRET } from './support/marker.ts';
import { searchForSecrets } from './support/marker-search.ts';
import { NOT_RUN, RUNS, rememberedSecrets } from './support/run-folders.ts';

/** After the suite: what people would have written is in no file of any profile, of any window's data, in no log, request or title. */
export default function searchAllRuns(): void {
  if (process.env[NOT_RUN] !== undefined) return;
  const runs = existsSync(RUNS) ? readdirSync(RUNS) : [];
  if (runs.length === 0) return;
  const secrets = [...ALWAYS_SECRET, ...rememberedSecrets()];
  const { files, bytes, findings } = searchForSecrets([RUNS], secrets);
  const profiles = runs.filter((run) => existsSync(join(RUNS, run, 'profile'))).length;
  const vaults = runs.filter((run) => existsSync(join(RUNS, run, 'profile', 'vault.db'))).length;
  process.stdout.write(
    `\nMarker search: ${String(secrets.length)} secrets in ${String(files)} files (${(bytes / 1e6).toFixed(1)} MB) of ${String(profiles)} ` +
      `profiles, ${String(vaults)} with a vault: ${findings.length === 0 ? 'nothing found' : `FOUND ${String(findings.length)} times`}.\n`,
  );
  if (findings.length === 0) return;
  const lines = findings.map(
    ({ file, secret, encoding }) => `  secret ${String(secret)} in ${relative(RUNS, file)}, as ${encoding}`,
  );
  throw new Error(`Something that was typed is on the disk in clear:\n${lines.slice(0, 50).join('\n')}`);
}
