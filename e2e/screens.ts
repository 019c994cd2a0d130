/**
 * `npm run screens [FOLDER] [PART]`: every screen in light and dark, and the main ones narrow, wide, in German, in QA's two languages and with forced colours, into
 * docs/screens. With a part of a name only the pictures that have it in theirs. Taken in the browser host on the built page; what is by chance is the same in all of them.
 */
import { cp, mkdir, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildAll } from '../scripts/build.ts';
import { OVER_ROOMS } from './access/rooms.ts';
import { BACKUPS } from './screens/backups.ts';
import { DAMAGED, JOINING, ONBOARDING, openingBackup } from './screens/beginnings.ts';
import { Camera, PASSPHRASE, TODAY, unlock } from './screens/camera.ts';
import { EXPORTS } from './screens/exports.ts';
import { HABITS } from './screens/habits.ts';
import { PAST_IMPORTS, importing } from './screens/imports.ts';
import { LANGUAGE_MENU, MORE_ROOMS, SAMPLE_JOURNAL } from './screens/more-rooms.ts';
import { LOCK, ROOMS } from './screens/rooms.ts';
import { SYNC_NAMES, syncSamples, syncing } from './screens/sync.ts';
import {
  FIRST_RUN_WITHOUT_WORDS,
  LOCK_WITHOUT_WORDS,
  ROOMS_WITHOUT_WORDS,
  WIDE_ROOMS,
  unlockWithoutWords,
} from './screens/without-words.ts';
import { notesFolder } from './samples/markdown-notes.ts';
import { makeSampleVault, writeBackups } from './support/sample-vault.ts';
import { seedPlan } from './support/seed/plan.ts';
import { writeSeed } from './support/seed/write-seed.ts';

async function overwriteHalf(path: string): Promise<void> {
  const { size } = await stat(path);
  const file = await open(path, 'r+');
  await file.write(Buffer.alloc(Math.floor(size / 2)), 0, Math.floor(size / 2), 0);
  await file.close();
}

/** The main screens otherwise than in light and dark. @param sample is left as it was */
async function takeVariants(camera: Camera, profiles: string, sample: string): Promise<void> {
  const copy = join(profiles, 'variants');
  await cp(sample, copy, { recursive: true });
  await camera.take({ profile: copy, begin: unlockWithoutWords, shots: WIDE_ROOMS, variant: 'wide' });
  for (const variant of ['forced', 'german', 'pseudo', 'pseudo-rtl'] as const) {
    await camera.take({ profile: join(profiles, `new-${variant}`), shots: FIRST_RUN_WITHOUT_WORDS, variant });
    await camera.take({ profile: copy, shots: [LOCK_WITHOUT_WORDS], variant });
    await camera.take({ profile: copy, begin: unlockWithoutWords, shots: ROOMS_WITHOUT_WORDS, variant });
  }
}

async function takeAll(camera: Camera, profiles: string): Promise<void> {
  const sample = join(profiles, 'sample');
  const years = join(profiles, 'years');
  const stick = join(profiles, 'stick');

  await camera.take({ profile: join(profiles, 'joining'), shots: JOINING });
  await camera.take({ profile: join(profiles, 'language'), shots: LANGUAGE_MENU });
  await camera.take({ profile: join(profiles, 'new'), shots: [...ONBOARDING, ...SAMPLE_JOURNAL] });

  await makeSampleVault(sample, PASSPHRASE, TODAY);
  await camera.take({ profile: sample, shots: [LOCK] });
  await camera.take({ profile: sample, begin: unlock, shots: ROOMS });
  await takeVariants(camera, profiles, sample);
  // In a copy: a sample journal comes in, and an entry is written.
  const more = join(profiles, 'more');
  await cp(sample, more, { recursive: true });
  await camera.take({ profile: more, begin: unlock, shots: [...OVER_ROOMS, ...MORE_ROOMS] });
  // In a copy: what is imported is in no other picture.
  const importer = join(profiles, 'importer');
  await cp(sample, importer, { recursive: true });
  const notes = await notesFolder();
  try {
    await camera.take({ profile: importer, begin: unlock, shots: [...importing(notes), ...PAST_IMPORTS] });
  } finally {
    await notes.remove();
  }
  await camera.take({ profile: sample, begin: unlock, shots: EXPORTS });

  if (camera.wants(HABITS))
    await writeSeed(years, PASSPHRASE, seedPlan({ seed: 1, lastDay: TODAY, days: 730, entries: 800 }), () => {});
  await camera.take({ profile: years, begin: unlock, shots: HABITS });

  await mkdir(stick);
  await writeBackups(sample, PASSPHRASE, [TODAY, '2026-11-15', '2026-10-31', '2026-09-30']);
  await camera.take({ profile: sample, begin: unlock, shots: BACKUPS, options: { chosenFolder: stick } });
  const backup = async (): Promise<string> => {
    const name = (await readdir(stick)).find((file) => file.endsWith('.daygrove-backup'));
    if (name === undefined) throw new Error('There is no backup on the stick.');
    return join(stick, name);
  };
  await camera.take({ profile: join(profiles, 'elsewhere'), shots: openingBackup(backup) });

  const devices = !camera.wants(SYNC_NAMES.map((name) => ({ name })))
    ? null
    : await camera.prepare(SYNC_NAMES, () => syncSamples(profiles));
  if (devices !== null) {
    try {
      await camera.take({ profile: sample, begin: unlock, shots: syncing(devices) });
    } finally {
      await devices.close();
    }
  }

  await overwriteHalf(join(sample, 'vault.db'));
  await camera.take({ profile: sample, shots: DAMAGED });
}

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '..', 'docs', 'screens'));
await buildAll();
await mkdir(folder, { recursive: true });
const profiles = await mkdtemp(join(tmpdir(), 'daygrove-screens-profiles-'));
const camera = new Camera(folder, (line) => process.stderr.write(`${line}\n`), process.argv[3]);
try {
  await takeAll(camera, profiles);
} finally {
  await rm(profiles, { recursive: true, force: true });
}
process.stdout.write(`${String(camera.taken)} pictures in ${folder}.\n`);
if (camera.failures.length > 0) {
  process.stderr.write(
    `${String(camera.failures.length)} failed: ${camera.failures.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exitCode = 1;
}
