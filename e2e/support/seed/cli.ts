/** `npm run seed -- --years 10 [--profile DIR] [--entries-a-day N | --entries N] [--habits N] [--until DAY] [--seed N] [--passphrase P]`: a vault full of made-up years. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOf, daysBetween, addDays } from '../../../src-shared/domain/day.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { seedPlan } from './plan.ts';
import { writeSeed } from './write-seed.ts';

const USAGE =
  'Usage: npm run seed -- --years N [--profile FOLDER] [--entries-a-day N | --entries N] [--habits N] [--until YYYY-MM-DD] [--seed N] [--passphrase P]';
const DAYS_A_YEAR = 365.25;

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        years: { type: 'string', default: '10' },
        profile: { type: 'string' },
        'entries-a-day': { type: 'string', default: '1.1' },
        entries: { type: 'string' },
        habits: { type: 'string' },
        until: { type: 'string' },
        seed: { type: 'string', default: '1' },
        passphrase: { type: 'string', default: 'leeks before the first frost' },
      },
    }).values;
  } catch (error) {
    stop(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0) || !Number.isFinite(number)) stop(`--${name} needs a number above zero.\n${USAGE}`);
  return number;
}

const values = readArguments();
const days = Math.max(7, Math.round(positive('years', values.years) * DAYS_A_YEAR));
const lastDay = values.until ?? dayOf(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
if (!/^\d{4}-\d\d-\d\d$/u.test(lastDay) || Number.isNaN(Date.parse(lastDay)))
  stop(`--until needs a day, YYYY-MM-DD.\n${USAGE}`);
if (lastDay < '1980' || days > 36_525) stop(`From 1980 on, and a hundred years at most.\n${USAGE}`);
const entries = Math.ceil(
  values.entries === undefined
    ? days * positive('entries-a-day', values['entries-a-day'])
    : positive('entries', values.entries),
);
const habits = values.habits === undefined ? {} : { habits: Math.ceil(positive('habits', values.habits)) };
const seed = Math.floor(positive('seed', values.seed));
const folder = resolve(values.profile ?? (await mkdtemp(join(tmpdir(), 'daygrove-seed-'))));

const started = performance.now();
const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
let told = '';
try {
  const plan = seedPlan({ seed, lastDay, days, entries, ...habits });
  const { recoveryKey, counts } = await writeSeed(folder, values.passphrase, plan, ({ at }) => {
    const year = new Date(at).getUTCFullYear().toString();
    if (year === told) return;
    told = year;
    const done = daysBetween(addDays(lastDay, 1 - days), new Date(at).toISOString().slice(0, 10));
    process.stderr.write(`${year} … ${Math.round((100 * done) / days)} %, ${seconds()}\n`);
  });
  process.stdout.write(
    [
      `${counts.entry.toLocaleString('en')} entries (${counts.revision} changed again later, ${counts.removal} in the trash), ${counts.picture} pictures,`,
      `${counts.habit} habits, ${counts['check-in'].toLocaleString('en')} check-ins and ${counts.pause} pauses up to ${lastDay}, in ${seconds()}.`,
      '',
      `Folder:       ${folder}`,
      `Passphrase:   ${values.passphrase}`,
      `Recovery key: ${recoveryKey}`,
      `Open it:      npm start -- --profile ${/^[\w./-]+$/u.test(folder) ? folder : JSON.stringify(folder)}`,
      '',
    ].join('\n'),
  );
} catch (error) {
  if (!(error instanceof AppFailure)) throw error;
  if (error.error.code === 'vault-exists') {
    stop(`There is a vault in ${folder} already, and it stays as it is. Choose another folder with --profile.`);
  }
  stop(`The vault could not be made in ${folder}: ${error.error.code}.`);
}
