/** The part of nspell that is used here; it has no types of its own. */
declare module 'nspell' {
  interface Speller {
    correct(word: string): boolean;
    suggest(word: string): string[];
    add(word: string): void;
  }
  export default function nspell(dictionary: { readonly aff: string; readonly dic: string }): Speller;
}
