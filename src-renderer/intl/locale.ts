/** The language of the words is English; dates and numbers follow the person's own English, or the British where theirs is another language. */
export function formatLocale(languages: readonly string[]): string {
  return languages.find((language) => /^en(-|$)/i.test(language)) ?? 'en-GB';
}
