/**
 * Writes an envelope and is killed over it: `node killed-envelope-child.ts FOLDER STEP`. Takes the new envelope from FOLDER/next.json, and ends itself by SIGKILL before the
 * STEPth thing that it does to the disk; a write is cut in its middle. Where there are fewer, it ends in order, and prints how many there were.
 */
import { readFileSync } from 'node:fs';
import fs, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const [folder, step] = process.argv.slice(2) as [string, string];
let steps = 0;

/** Whether now is the moment. */
function isNext(): boolean {
  steps += 1;
  return steps === Number(step);
}

async function end(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise<never>(() => {});
}

const { open, rename } = fs;
fs.open = async (...args) => {
  if (isNext()) await end();
  const file: FileHandle = await open(...args);
  const { writeFile, sync } = file;
  file.writeFile = async (data) => {
    if (isNext()) {
      await writeFile.call(file, String(data).slice(0, 100));
      await end();
    }
    await writeFile.call(file, data);
  };
  file.sync = async () => {
    if (isNext()) await end();
    await sync.call(file);
  };
  return file;
};
fs.rename = async (...args) => {
  if (isNext()) await end();
  await rename(...args);
};
syncBuiltinESMExports();

// Behind that, so that it has these in its hands.
const { writeEnvelope } = await import('../envelope-file.ts');
const { envelopeSchema } = await import('../envelope.ts');
await writeEnvelope(folder, envelopeSchema.parse(JSON.parse(readFileSync(join(folder, 'next.json'), 'utf8'))));
process.stdout.write(String(steps));
