import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { endOnUncaught } from './last-resort.ts';
import { ENGLISH } from '../testing/english-words.ts';
import { RecordingElectron } from './testing/recording-electron.ts';

it.each(['uncaughtException', 'unhandledRejection'])(
  'ends the app after an %s, once, without the words of the error',
  (event) => {
    const electron = new RecordingElectron();
    const process = new EventEmitter();
    const lines: string[] = [];
    endOnUncaught({
      process,
      dialog: electron.dialog,
      app: electron.app,
      say: (line) => lines.push(line),
      words: () => ENGLISH,
    });
    process.emit(event, new TypeError('dear diary'));
    process.emit(event, 'dear diary');
    expect(electron.app.exits).toEqual([1]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('TypeError');
    expect(JSON.stringify([lines, electron.dialog.boxes])).not.toContain('diary');
  },
);
