import { sqlite, type SqliteValue } from '../sqlite/database.ts';

type Row = Readonly<Record<string, SqliteValue>>;

export interface LoopSample {
  readonly habits: readonly Row[];
  readonly repetitions: readonly Row[];
}

/** Column -> the schema version that brought it. */
const HABIT_SINCE: Readonly<Record<string, number>> = {
  archived: 9,
  color: 9,
  description: 9,
  freq_den: 9,
  freq_num: 9,
  highlight: 9,
  name: 9,
  position: 9,
  reminder_hour: 9,
  reminder_min: 9,
  reminder_days: 11,
  type: 16,
  target_type: 18,
  target_value: 18,
  unit: 18,
  question: 23,
  uuid: 24,
  freq_mode: 26,
};
const REPETITION_SINCE: Readonly<Record<string, number>> = { habit: 9, timestamp: 9, value: 16, notes: 25 };
const NO_UNIQUE_INDEX_BEFORE = 22;

function columnsAt(version: number, since: Readonly<Record<string, number>>): string[] {
  // The oldest files spell it `Id`; every reader must take both.
  const id = version < 16 ? 'Id' : 'id';
  return [id, ...Object.keys(since).filter((column) => since[column]! <= version)];
}

/** A Loop database of the given schema version. Rows name columns in lower case; what they leave out is null. */
export function loopBackup(version: number, { habits, repetitions }: LoopSample): Uint8Array<ArrayBuffer> {
  const database = new sqlite.Database();
  try {
    // Small pages give a small file a real tree, which is what the broken copies of it should break.
    database.run(`PRAGMA page_size = 512; PRAGMA user_version = ${version}`);
    const create = (table: string, columns: readonly string[], rows: readonly Row[]): void => {
      const [id, ...others] = columns;
      database.run(`CREATE TABLE ${table} (${id} INTEGER PRIMARY KEY AUTOINCREMENT, ${others.join(', ')})`);
      for (const row of rows) {
        database.run(
          `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
          columns.map((column) => row[column.toLowerCase()] ?? null),
        );
      }
    };
    create('Habits', columnsAt(version, HABIT_SINCE), habits);
    create('Repetitions', columnsAt(version, REPETITION_SINCE), repetitions);
    if (version >= NO_UNIQUE_INDEX_BEFORE) {
      database.run('CREATE UNIQUE INDEX idx_repetitions_habit_timestamp ON Repetitions (habit, timestamp)');
    }
    return new Uint8Array(database.export());
  } finally {
    database.close();
  }
}

/** A civil day as Loop stores it. */
export function loopDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
