import { MAX_LINE_LENGTH } from '../../src-shared/contract/entries.ts';
import { cleanText, cutText } from './clean-text.ts';

/** The parts of a place's name on one line, each once, from the nearest to the farthest; null where there are none. What is no text is left out. */
export function placeLine(parts: readonly unknown[]): string | null {
  const names = parts
    .filter((part) => typeof part === 'string')
    .map((part) => cleanText(cutText(part, 1000)).replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
  const line = cutText([...new Set(names)].join(', '), MAX_LINE_LENGTH);
  return line === '' ? null : line;
}

/** Of a place without a name: degrees, to about a metre. Null for what is no place on Earth, and for 0, 0, which stands for none. */
export function coordinateLine(latitude: unknown, longitude: unknown): string | null {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) || (latitude === 0 && longitude === 0)) return null;
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
}
