import { cleanText } from '../clean-text.ts';
import type { SqliteValue } from './database.ts';

export function integer(value: SqliteValue): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

export function text(value: SqliteValue): string {
  return typeof value === 'string' ? cleanText(value) : '';
}
