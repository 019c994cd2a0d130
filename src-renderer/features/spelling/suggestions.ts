/** How far a word is from the one that may have been meant, in slips of the hand. Swapping two letters and doubling one happen most. */
export function slips(word: string, meant: string): number {
  const a = word.toLowerCase();
  const b = meant.toLowerCase();
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        rows[i - 1]![j - 1]! + (same ? 0 : 1),
        rows[i - 1]![j]! + ofOne(a, i - 1),
        row[j - 1]! + ofOne(b, j - 1),
      );
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped && !same) cost = Math.min(cost, rows[i - 2]![j - 2]! + 0.7);
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

/** A letter too many or too few: an apostrophe is hardly one, and a second of the same is soon typed. */
function ofOne(text: string, index: number): number {
  if (text[index] === "'") return 0.4;
  return text[index] === text[index - 1] ? 0.8 : 1;
}

const MOST = 5;
/** A person's own word that is further away is another word. */
const FARTHEST_OWN = 2;

interface Candidate {
  readonly meant: string;
  readonly cost: number;
}

type IsCorrect = (word: string) => boolean;

/** `alot` as `a lot`, `thankyou` as `thank you`. */
function splits(word: string, isCorrect: IsCorrect): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let at = 1; at < word.length - 2; at += 1) {
    const parts = [word.slice(0, at), word.slice(at)];
    const isArticle = /^a$/iu.test(parts[0]!);
    if (!isArticle && at < 3) continue;
    if (parts.every(isCorrect)) found.push({ meant: parts.join(' '), cost: isArticle ? 0.5 : 1.1 });
  }
  return found;
}

/** `dont` as `don't`, `im` as `I'm`. */
function contractions(word: string, isCorrect: IsCorrect): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const plain = `${word.slice(0, at)}'${word.slice(at)}`;
    const meant = plain.toLowerCase().startsWith("i'") ? capitalised(plain) : plain;
    if (isCorrect(meant)) found.push({ meant, cost: 0.4 });
  }
  return found;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function costOf(word: string, meant: string): number {
  const [a, b] = [word.toLowerCase(), meant.toLowerCase()];
  // People seldom get the first letter wrong, but for swapping it with the second.
  const isOtherBeginning = a[0] !== b[0] && !(a[0] === b[1] && a[1] === b[0]);
  // A name where none was written is seldom meant.
  const isOtherCase = !/^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(meant);
  return slips(word, meant) + (isOtherBeginning ? 0.5 : 0) + (isOtherCase ? 0.6 : 0);
}

/** Five of what may have been meant, the likeliest first. */
export function bestSuggestions(
  word: string,
  suggested: readonly string[],
  own: readonly string[],
  isCorrect: IsCorrect,
): readonly string[] {
  const isCapitalised = /^\p{Lu}/u.test(word);
  const ranked = [
    ...contractions(word, isCorrect),
    ...splits(word, isCorrect),
    ...own.filter((meant) => slips(word, meant) <= FARTHEST_OWN).map((meant) => ({ meant, cost: slips(word, meant) })),
    ...suggested.map((meant) => ({ meant, cost: costOf(word, meant) })),
  ]
    .toSorted((one, other) => one.cost - other.cost)
    .map(({ meant }) => (isCapitalised ? capitalised(meant) : meant));
  return [...new Set(ranked)].filter((meant) => meant !== word).slice(0, MOST);
}
