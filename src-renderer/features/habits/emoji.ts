/** Of a sign that is drawn as a picture: pictographs, the letters of flags, the frame of a keycap. Emoji that are newer than this build are among the first. */
const PICTURE = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20E3]/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As long as the contract takes an icon: a family with tones of skin fits well. */
const MOST_UNITS = 32;

/** Whether a text is one emoji and nothing else, as a person sees it. */
export function isOneEmoji(text: string): boolean {
  return text.length <= MOST_UNITS && [...segmenter.segment(text)].length === 1 && PICTURE.test(text);
}
