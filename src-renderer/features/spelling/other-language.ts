/**
 * The small words of German, of which hardly a sentence has none: without those that are English words too (`die`, `war`, `den`, `am`, `also`). Nouns and names say nothing: an English
 * text is full of people who are called Käthe.
 */
export const GERMAN: ReadonlySet<string> = new Set(
  `aber alle allem allen alles als auch auf aus bei beim bereits bisschen dabei dafür damit danach dann daran darauf darum das dass davon dazu dein
  deine dem denn der deren des deshalb dich diese diesem diesen dieser dieses dir doch dort durch ein eine einem einen einer eines endlich etwas
  euch euer für ganz gegen gerade gern gerne gestern habe haben hatte hatten hier ich ihm ihn ihnen ihr ihre immer ist jede jeden jeder
  jetzt kann kein keine keinen können leider mehr mein meine meinem meinen meiner mich mir mit morgen nach nachher nicht nichts noch nur oder
  ohne schon sehr seinem seinen seit sich sie sind soll sondern trotzdem über und uns unser unsere unter viel viele vielleicht vom von vor
  wann waren warum weil wenn wer werde werden wie wieder wird wirklich wir wo wohl wollte wurde wurden zu zum zur zwei zwischen heute abend`.split(
    /\s+/u,
  ),
);

/** Those of English, without what is a German word too (`was`, `in`, `an`, `so`, `hat`, `must`). */
export const ENGLISH: ReadonlySet<string> = new Set(
  `about after all and are at be been before but by can did do does for from had has have he her here him his how if into is it its just me more my no not of
  on one or our out she than that the their them then there they this to too up us very we were what when where which who will with would you your`.split(
    /\s+/u,
  ),
);

/** Whether words that stand together are plainly German: they have its small words, and more of them than English ones. Of other languages nothing is said. */
export function isGerman(words: readonly string[]): boolean {
  let balance = 0;
  for (const word of words) {
    const small = word.toLowerCase();
    if (GERMAN.has(small)) balance += 1;
    else if (ENGLISH.has(small)) balance -= 1;
  }
  return balance > 0;
}
