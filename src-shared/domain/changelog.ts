import type { ShippedLanguage } from '../intl/choose-language.ts';
import { compareVersions, isVersion } from './version.ts';

/** From the project's folder, and from that of the package. */
export const CHANGELOG_FILES: Readonly<Record<ShippedLanguage, string>> = {
  en: 'CHANGELOG.md',
  de: 'CHANGELOG.de.md',
};

/** One section of CHANGELOG.md: `## 0.2.0 (2026-12-01)`, or `(unreleased)` in the place of the day. */
export interface Release {
  readonly version: string;
  /** `YYYY-MM-DD`; null: not released yet. */
  readonly day: string | null;
  /** Markdown. */
  readonly notes: string;
}

/** At the end of a translated line: which English one it was made from (scripts/german-documents.ts). */
const ORIGIN = / <!-- [0-9a-f]{8} -->$/u;
const HEADING = /^## (\S+) \((\d{4}-\d\d-\d\d|unreleased)\)$/u;

/** The releases of a changelog, in its order, which is newest first. What is no such section is passed over. */
export function readChangelog(text: string): Release[] {
  const releases: { version: string; day: string | null; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const heading = HEADING.exec(line);
    if (heading !== null && isVersion(heading[1] ?? '')) {
      releases.push({ version: heading[1]!, day: heading[2] === 'unreleased' ? null : heading[2]!, lines: [] });
    } else {
      releases.at(-1)?.lines.push(line.replace(ORIGIN, ''));
    }
  }
  return releases.map(({ version, day, lines }) => ({ version, day, notes: lines.join('\n').trim() }));
}

/** What changed for somebody who had `before` and has `now`: the notes of everything in between, newest first; empty: nothing is written. */
export function notesBetween(text: string, before: string, now: string): string {
  return readChangelog(text)
    .filter(({ version }) => compareVersions(version, before) > 0 && compareVersions(version, now) <= 0)
    .map(({ notes }) => notes)
    .filter((notes) => notes !== '')
    .join('\n\n');
}
