import type { AppError } from '../../../src-shared/result.ts';

/** Whether what is no archive that can be read bears the name of one: it is damaged or was not copied to its end, whatever its bytes look like now. */
export function isUnreadArchive({ code }: AppError, name: string): boolean {
  return (code === 'import-unrecognised' || code === 'import-damaged') && name.toLowerCase().endsWith('.daygrove');
}
