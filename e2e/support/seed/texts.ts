import { countWords } from '../../../src-shared/domain/words.ts';
import type { Random } from '../../simulation/random.ts';

const WHO =
  'I|We|M.|L.|Mother|Father|Anna|Jonas|The neighbour|The children|My sister|The new colleague|Grandmother|Peter|The choir|Everybody'.split(
    '|',
  );
const DID =
  'walked|waited|talked for an hour|sat|read|worked|slept badly|cooked|laughed twice|wrote a letter|lost the key|found the old photographs|took the early train|planted the beans|mended the bicycle|forgot the bread|swam|said no|stayed longer than planned|began again'.split(
    '|',
  );
const WHERE =
  'by the river|in the garden|at the station|in the kitchen|on the allotment|at home|behind the church|in the library|along the railway line|at the lake|in the rain|under the chestnut|up on the hill|at the office|on the balcony|in the old town'.split(
    '|',
  );
const WHEN =
  'before breakfast|all morning|in the afternoon|until it was dark|after the call|on the way back|for the first time this year|as every week|late in the evening|without hurry|between two meetings|before the shops closed'.split(
    '|',
  );
const AND =
  'and the light was good|and nobody minded|but the tea was cold by then|and it was enough|although the forecast said frost|and I thought of the house|which helped more than I expected|and then it began to snow|but the window stayed open|and for once the phone was quiet|because the tram did not come|and that is worth keeping'.split(
    '|',
  );
const ALONE = [
  'A quiet day.',
  'Soup again, and an early bed.',
  'Rain from morning to night.',
  'Worth remembering that these two are not the same thing.',
  'Tomorrow: the dentist, the parcel, and no phone before ten.',
  'Nothing happened, and I was glad of it.',
  'The third cold this winter.',
  'Bread with half the yeast: better crumb, worse patience.',
] as const;
const GERMAN = [
  'Am Morgen lag Reif auf den Dächern, und der Zug hatte zwanzig Minuten Verspätung.',
  'Mutter hat angerufen; wir haben lange über das Haus gesprochen.',
  'Müde vom Weg über den Fluss, aber zufrieden.',
  'Der Nachbar brachte Äpfel, mehr als wir essen können.',
  'Abends noch eine Stunde Klavier, die Nachbarn haben sich nicht beschwert.',
  'Die Besprechung hätte eine Mail sein können.',
  'Schnee bis ins Tal, und im Hauptbahnhof war es warm.',
  'Endlich den Brief geschrieben, den ich seit Wochen schuldig bin.',
  'Großvaters Uhr geht wieder.',
  'Im Garten die letzten Bohnen geerntet.',
] as const;
const JAPANESE = [
  '今日は庭で日記を書いた。',
  '朝から雨が降っていて、電車が遅れた。',
  '母と電話で長く話した。',
  '川沿いを歩いて帰った。五十分かかった。',
  '新しい同僚が良い質問をした。',
  '夜はスープを作って早く寝た。',
  '久しぶりに友達と会って、たくさん笑った。',
  '図書館で本を三冊借りた。',
] as const;
const SYLLABLES = 'ka|ro|mi|tel|ban|si|vor|la|qui|dor|ne|zil|ham|ot|wex|pru'.split('|');

export type Tongue = 'en' | 'de' | 'ja';

/** Names that stand in few entries each: what a search for a rare word looks for. */
export function rareName(random: Random): string {
  const name = random.pick(SYLLABLES) + random.pick(SYLLABLES) + random.pick(SYLLABLES);
  return name[0]!.toUpperCase() + name.slice(1);
}

export function sentence(random: Random, tongue: Tongue): string {
  if (tongue === 'de') return random.pick(GERMAN);
  if (tongue === 'ja') return random.pick(JAPANESE);
  if (random.chance(0.12)) return random.pick(ALONE);
  const who = random.chance(0.02) ? rareName(random) : random.pick(WHO);
  const parts = [who, random.pick(DID), random.pick(WHERE)];
  if (random.chance(0.6)) parts.push(random.pick(WHEN));
  return `${parts.join(' ')}${random.chance(0.5) ? `, ${random.pick(AND)}` : ''}.`;
}

/** Words as a person counts them; a Japanese sentence has no spaces, and counts for as many as it would fill in another language. */
const wordsIn = (text: string, tongue: Tongue): number =>
  tongue === 'ja' ? Math.ceil(text.length / 2) : countWords(text);

function paragraph(random: Random, words: number, tongue: Tongue): { readonly text: string; readonly words: number } {
  const sentences: string[] = [];
  let count = 0;
  while (count < words) {
    const next = sentence(random, tongue);
    sentences.push(next);
    count += wordsIn(next, tongue);
  }
  return { text: sentences.join(tongue === 'ja' ? '' : ' '), words: count };
}

const short = (random: Random): string => `${random.pick(DID)} ${random.pick(WHERE)}`;
const several = (random: Random, line: (index: number) => string): string =>
  Array.from({ length: 2 + random.below(5) }, (_, index) => line(index)).join('\n');

/** What stands between paragraphs in Markdown. */
const BLOCKS: Readonly<Record<string, (random: Random) => string>> = {
  heading: (random) => `## ${random.pick(['What I want to keep', 'The morning', 'Later', 'For next week', 'A list'])}`,
  list: (random) => several(random, () => `- ${short(random)}`),
  numbered: (random) => several(random, (index) => `${index + 1}. ${short(random)}`),
  tasks: (random) => several(random, () => `- [${random.chance(0.6) ? 'x' : ' '}] ${short(random)}`),
  quote: (random) => `> ${sentence(random, 'en')}`,
  code: (random) => `\`\`\`sh\ncurl -s https://weather.example/${rareName(random).toLowerCase()} | head -3\n\`\`\``,
  link: (random) => `Read [this](https://example.org/${rareName(random).toLowerCase()}) and thought of it *all day*.`,
  table: (random) =>
    `| what | how much |\n| --- | --- |\n${several(random, () => `| ${random.pick(DID)} | ${1 + random.below(90)} |`)}`,
};

/**
 * Markdown of about `words` words.
 * @param blocks the chance of something that is no paragraph behind each paragraph, 0 to 1
 */
export function markdownText(random: Random, words: number, tongue: Tongue, blocks: number): string {
  const parts: string[] = [];
  let left = words;
  while (left > 0) {
    const next = paragraph(random, Math.min(left, 30 + random.below(90)), tongue);
    parts.push(next.text);
    left -= next.words;
    if (random.chance(blocks)) {
      const block = BLOCKS[random.pick(Object.keys(BLOCKS))]!(random);
      parts.push(block);
      left -= wordsIn(block, 'en');
    }
  }
  return parts.join('\n\n');
}
