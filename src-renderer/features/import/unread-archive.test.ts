import { expect, it } from 'vitest';
import { isUnreadArchive } from './unread-archive.ts';

it('takes a file of the archive’s name that cannot be read for a damaged archive, and no other', () => {
  expect(isUnreadArchive({ code: 'import-unrecognised' }, 'Journal.DAYGROVE')).toBe(true);
  expect(isUnreadArchive({ code: 'import-damaged' }, 'journal.daygrove')).toBe(true);
  expect(isUnreadArchive({ code: 'import-too-new' }, 'journal.daygrove')).toBe(false);
  expect(isUnreadArchive({ code: 'import-unrecognised' }, 'journal.zip')).toBe(false);
  expect(isUnreadArchive({ code: 'import-unrecognised' }, 'journal.daygrove-backup')).toBe(false);
});
