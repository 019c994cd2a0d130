/** What is known of words, the longest unused forgotten first. */
export class WordCache {
  readonly #most: number;
  readonly #words = new Map<string, boolean>();

  /** `most`: how many words are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  get(word: string): boolean | undefined {
    const isCorrect = this.#words.get(word);
    if (isCorrect === undefined) return undefined;
    this.#words.delete(word);
    this.#words.set(word, isCorrect);
    return isCorrect;
  }

  set(word: string, isCorrect: boolean): void {
    this.#words.delete(word);
    this.#words.set(word, isCorrect);
    const [oldest] = this.#words.keys();
    if (this.#words.size > this.#most && oldest !== undefined) this.#words.delete(oldest);
  }

  clear(): void {
    this.#words.clear();
  }

  get size(): number {
    return this.#words.size;
  }
}
