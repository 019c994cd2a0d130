import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openedFile } from './opened-file.ts';

const at = (path: string): string => resolve('/home/x', path);

it.each<[readonly string[], string | null]>([
  [['/home/x/a.daygrove'], at('a.daygrove')],
  [['Documents/a b.daygrove-backup'], at('Documents/a b.daygrove-backup')],
  [['file:///home/x/a%20b.daygrove'], at('a b.daygrove')],
  [['--no-sandbox', '--profile', '/p', 'a.daygrove'], at('a.daygrove')],
  [['a.daygrove', 'b.daygrove'], at('b.daygrove')],
  // The profile's folder may be called anything.
  [['--profile', '/home/x/mine.daygrove'], null],
  [['--profile=/home/x/mine.daygrove'], null],
  [['--', 'a.daygrove'], at('a.daygrove')],
  [['--', '-a.daygrove'], at('-a.daygrove')],
  [['--profile', '--', 'a.daygrove'], at('a.daygrove')],
  // A link that was broken up names no file.
  [['--', 'daygrove://today', '//evil/share/a.daygrove'], null],
  [['--', 'a.daygrove', 'daygrove:'], null],
  [['daygrove://new'], null],
  [['daygrove://x/a.daygrove'], null],
  [['https://example.org/a.daygrove'], null],
  [['file://server/share/a.daygrove'], null],
  [['file:///home/%'], null],
  [['diary.txt'], null],
  [[], null],
])('of %j opens %j', (argv, path) => expect(openedFile(['/opt/Daygrove/daygrove', ...argv], '/home/x')).toBe(path));
