import { describe, expect, it } from 'vitest';
import review from '../../docs/error-texts.md?raw';
import { ERROR_CODES } from '../../src-shared/result.ts';
import { errors } from './en/errors.ts';

const SENTENCES = Object.entries(errors);

describe('the error texts', () => {
  it('each have a row in the review', () => {
    const rows = [...review.matchAll(/^\| `([a-z-]+)` \| [^|]+ \| [^|]+ \| (?:kept|changed|new) \|$/gm)].map(
      ([, code]) => code,
    );
    expect(rows.toSorted()).toEqual([...ERROR_CODES].toSorted());
  });

  it('use no word that only a developer knows, and beg no pardon', () => {
    const odd = SENTENCES.filter(([, text]) =>
      /\b(replica|lineage|checksum|payload|schema|channel|exception|invalid|oops|sorry|please|failed to|hash|null)\b/i.test(
        text.replaceAll(/\{logId.*/g, ''),
      ),
    );
    expect(odd).toEqual([]);
  });

  it('say what is safe: that nothing was changed or lost, or what is where it was', () => {
    const silent = SENTENCES.filter(
      ([, text]) =>
        !/nothing (was|is|of it|outside)|safe|left as it is|not changed|was thrown away|your vault|still here/i.test(
          text,
        ),
    );
    expect(silent.map(([code]) => code)).toEqual([]);
  });
});
