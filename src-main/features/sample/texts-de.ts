import type { SampleTexts } from './sample-texts.ts';

/** The sample journal in German. */
export const textsDe: SampleTexts = {
  entries: [
    {
      ago: 0,
      time: '07:40',
      title: 'Sieh dich um',
      mood: 4,
      tags: ['willkommen'],
      body: `Das ist ein Beispieltagebuch: sechs Wochen von jemandem, den es nicht gibt. Nichts davon verlässt diesen Computer.

- Hake eine Gewohnheit neben dieser Seite ab.
- Öffne den **Kalender** und dann einen Tag.
- Sieh in den **Einblicken** nach, was Stimmungen und Gewohnheiten ergeben.
- Suche nach \`garten\` oder nach \`mood:5\`.

Wenn du genug gesehen hast, entferne es mit der Leiste oben. Was du selbst schreibst, bleibt.`,
    },
    {
      ago: 1,
      time: '21:50',
      mood: 4,
      tags: ['garten', 'abend'],
      body: `Vor dem Regen die letzten Bohnen hereingeholt. Kalte Hände, heiße Suppe. Zwanzig Minuten Klavier: Im langsamen Teil macht die linke Hand endlich, was sie soll.`,
    },
    {
      ago: 2,
      time: '22:10',
      mood: 3,
      tags: ['arbeit'],
      body: `Ein langer Tag aus kurzen Besprechungen. Zu einer Sache habe ich Nein gesagt, und es fühlte sich nach mehr an, als es war.

Morgen: den Brief schreiben, *bevor* ich die Post öffne.`,
    },
    {
      ago: 3,
      time: '20:30',
      title: 'Der See, außerhalb der Saison',
      place: 'Am See',
      mood: 5,
      tags: ['spaziergang', 'see'],
      starred: true,
      body: `Niemand da außer zwei Schwänen und einem Mann, der ein Boot flickt. Zum ersten Mal sind wir ganz herumgegangen. Das Licht war in Minuten weg.

![Der See in der Dämmerung](sample:lake)

Ich will mir merken, wie still es war, und dass Ida über die Schwäne gelacht hat.`,
    },
    {
      ago: 5,
      time: '21:15',
      mood: 4,
      tags: ['lesen'],
      body: `Hundert Seiten in einem Zug gelesen, das gab es seit dem Frühling nicht. Das Buch handelt von Bienen. Natürlich handelt es von Menschen.`,
    },
    {
      ago: 6,
      time: '22:40',
      mood: 2,
      tags: ['schlaf'],
      body: `Schlecht geschlafen, und so war alles ein wenig zu laut. Ins Bett gegangen, das Telefon in der Küche, wo es hingehört.`,
    },
    {
      ago: 7,
      time: '19:20',
      mood: 4,
      tags: ['familie'],
      body: `Großmutter angerufen. Sie fragte, ob ich noch spiele. Ich habe das Telefon über die Tasten gehalten und ihr acht Takte vorgespielt. Langes Schweigen. „Noch einmal“, sagte sie.`,
    },
    {
      ago: 9,
      time: '21:05',
      mood: 3,
      tags: ['arbeit', 'geld'],
      body: `Das Jahr zusammengerechnet. Besser als befürchtet, schlechter als erzählt.

- [x] Versicherung
- [x] Der Brief an den Vermieter
- [ ] Dieser eine Beleg`,
    },
    {
      ago: 10,
      time: '21:45',
      mood: 5,
      tags: ['laufen'],
      body: `Der erste Lauf seit der Sache mit dem Knie. Langsam, flach, elf Minuten. Es hat gehalten. Ich habe einen Hund angestrahlt.`,
    },
    {
      ago: 12,
      time: '22:00',
      mood: 4,
      tags: ['küche'],
      title: 'Brot, dritter Versuch',
      body: `Weniger Wasser, mehr Geduld. Die Kruste singt, wenn sie abkühlt. Diesmal die Zahlen aufgeschrieben:

> 500 g Mehl, 340 g Wasser, 10 g Salz, eine Nacht in der Kälte.`,
    },
    {
      ago: 13,
      time: '20:50',
      mood: 3,
      tags: ['wetter'],
      body: `Nebel bis Mittag. Die ganze Straße klang wie in Watte gepackt.`,
    },
    {
      ago: 15,
      time: '21:30',
      mood: 4,
      tags: ['freunde'],
      body: `Marta kam zum Essen und blieb bis eins. Wir waren uns in nichts einig und haben uns in bester Freundschaft getrennt. Sie sagt, ich soll mehr von dem aufschreiben, was ich höre, und weniger von dem, was ich denke.`,
    },
    {
      ago: 16,
      time: '22:20',
      mood: 2,
      tags: ['arbeit'],
      body: `Was ich eine Woche lang aufgeschoben hatte, hat neun Minuten gedauert. Daraus möchte ich ausnahmsweise etwas lernen.`,
    },
    {
      ago: 18,
      time: '18:10',
      title: 'Mit dem Zug über die Hügel',
      place: 'Im Zug',
      mood: 5,
      tags: ['reise'],
      starred: true,
      body: `Vier Stunden, ein Buch, ein Fenster. Die Hügel kamen in Schichten, jede ein wenig blauer als die davor.

![Hügel vom Zug aus](sample:hills)`,
    },
    {
      ago: 19,
      time: '21:10',
      mood: 3,
      tags: ['gesundheit'],
      body: `Die Ärztin sagt: zwei Wochen nicht laufen, dann langsam. Halb so schlimm. Ich habe es pausiert, damit es mir nicht böse ist.`,
    },
    {
      ago: 21,
      time: '21:55',
      mood: 3,
      tags: ['garten'],
      body: `Knoblauch gesteckt, vierzig Zehen, jede richtig herum. Im Juli ist er da. Gut zu wissen, wenn es dunkel ist.`,
    },
    {
      ago: 23,
      time: '22:30',
      mood: 2,
      tags: ['schlaf', 'arbeit'],
      body: `Müde. Drei Kaffee zu viel, eine Stunde Gehen zu wenig. Nichts ist geschehen, und es hat den ganzen Tag gedauert.`,
    },
    {
      ago: 24,
      time: '20:40',
      mood: 4,
      tags: ['musik'],
      body: `Das Konzert in der kleinen Kirche. Kein Mikrofon, kein Programm, achtzig Leute, die im selben Augenblick atmen.`,
    },
    {
      ago: 26,
      time: '21:20',
      mood: 4,
      tags: ['lesen', 'abend'],
      body: `Regen, Lampe, Buch. Hätte um neun jemand gefragt, ob ich glücklich bin, hätte mich die Störung geärgert.`,
    },
    {
      ago: 28,
      time: '21:00',
      mood: 3,
      tags: ['idee'],
      body: `Eine Idee für das Zimmer unter dem Dach: den Tisch dorthin, wo das Bett steht. Gezeichnet. Gemessen. Passt nicht. Noch einmal gezeichnet.`,
    },
    {
      ago: 30,
      time: '22:05',
      mood: 4,
      tags: ['familie', 'küche'],
      body: `Ida hat die Knödel gemacht wie unsere Mutter, ohne Rezept, mit lauter „ungefähr so viel“. Ich habe mitgeschrieben.`,
    },
    {
      ago: 33,
      time: '21:35',
      mood: 5,
      tags: ['spaziergang', 'freunde'],
      body: `Vom Bahnhof zu Fuß nach Hause statt mit der Straßenbahn, und Jonas getroffen, den ich seit zwei Jahren nicht gesehen hatte. Fünfzig Minuten an einer Straßenecke.`,
    },
    {
      ago: 35,
      time: '21:25',
      mood: 3,
      tags: ['arbeit'],
      body: `Ein neues Projekt. Alle nicken, niemand weiß schon etwas. Diesen Teil mag ich.`,
    },
    {
      ago: 37,
      time: '22:15',
      mood: 3,
      tags: ['garten', 'wetter'],
      body: `Der erste Frost auf dem Kohl. Er soll davon süßer werden. Von Menschen sagt man das auch.`,
    },
    {
      ago: 39,
      time: '20:45',
      mood: 4,
      tags: ['musik'],
      body: `Der Klavierstimmer war da. Er hört mit geschlossenen Augen und offenem Mund zu. Ab jetzt ist jeder falsche Ton meiner.`,
    },
    {
      ago: 41,
      time: '21:40',
      title: 'Anfangen',
      mood: 4,
      tags: ['willkommen'],
      body: `Eine Zeile am Tag. Mehr verspreche ich nicht.

Und: ein wenig gehen, ein wenig lesen, ein wenig spielen. Nicht, weil es auf einer Liste steht. Wegen der Abende, an denen ich es getan habe.`,
    },
    {
      ago: 365,
      time: '21:10',
      mood: 4,
      tags: ['abend'],
      body: `Mit Tee am Fenster gesessen und eine halbe Stunde nichts getan. In einem Jahr werde ich diesen Abend vergessen haben. Also: die Amsel, das Radio von nebenan, der Geruch von Regen auf warmem Stein.`,
    },
    {
      ago: 730,
      time: '20:20',
      mood: 3,
      tags: ['idee'],
      body: `Ein Notizbuch gekauft. Es ist viel zu schön, um hineinzuschreiben.`,
    },
  ],
  habits: {
    walk: { name: 'Ein kurzer Spaziergang', group: 'Körper' },
    read: { name: 'Lesen', question: 'Wie viele Seiten?', unit: 'Seiten' },
    run: { name: 'Laufen', description: 'Langsam. Zum Fluss und zurück genügt.', group: 'Körper' },
    piano: { name: 'Klavier' },
    phone: { name: 'Kein Telefon im Bett' },
    coffee: { name: 'Kaffee', unit: 'Tassen', group: 'Körper' },
    call: { name: 'Großmutter anrufen', question: 'Haben wir gesprochen?' },
    plants: { name: 'Pflanzen gießen' },
  },
  pictures: { lake: 'see.png', hills: 'huegel.png' },
  pauseReason: 'Das Knie',
  notes: ['im Regen', 'mit Ida', 'gerade noch', 'so gut wie seit Wochen nicht'],
  excuses: ['erkältet', 'den ganzen Tag im Zug'],
};
