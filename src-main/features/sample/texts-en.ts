import type { SampleTexts } from './sample-texts.ts';

/** The sample journal in English. Its writer is nobody. */
export const textsEn: SampleTexts = {
  entries: [
    {
      ago: 0,
      time: '07:40',
      title: 'Have a look round',
      mood: 4,
      tags: ['welcome'],
      body: `This is a sample journal: six weeks of somebody who does not exist. Nothing of it leaves this computer.

- Tick a habit beside this page.
- Press **Calendar**, then a day.
- Look at **Insights** for what the moods and habits add up to.
- Search for \`garden\`, or for \`mood:5\`.

When you have seen enough, remove it with the bar at the top. What you write yourself stays.`,
    },
    {
      ago: 1,
      time: '21:50',
      mood: 4,
      tags: ['garden', 'evening'],
      body: `Brought in the last of the beans before the rain. Hands cold, soup hot. Piano for twenty minutes: the left hand finally does what it is told in the slow part.`,
    },
    {
      ago: 2,
      time: '22:10',
      mood: 3,
      tags: ['work'],
      body: `A long day of short meetings. I said no to one thing, and it felt like more than it was.

Tomorrow: write the letter *before* opening the mail.`,
    },
    {
      ago: 3,
      time: '20:30',
      title: 'The lake, out of season',
      place: 'At the lake',
      mood: 5,
      tags: ['walk', 'lake'],
      starred: true,
      body: `Nobody there but two swans and a man mending a boat. We walked all the way round for the first time. The light went in minutes.

![The lake at dusk](sample:lake)

I want to remember how quiet it was, and that Ida laughed about the swans.`,
    },
    {
      ago: 5,
      time: '21:15',
      mood: 4,
      tags: ['reading'],
      body: `Read a hundred pages in one sitting, which has not happened since spring. The book is about bees. Of course it is about people.`,
    },
    {
      ago: 6,
      time: '22:40',
      mood: 2,
      tags: ['sleep'],
      body: `Slept badly, so everything was a little too loud. Went to bed with the phone in the kitchen, where it belongs.`,
    },
    {
      ago: 7,
      time: '19:20',
      mood: 4,
      tags: ['family'],
      body: `Called Grandmother. She asked whether I still play. I held the phone over the keys and played her eight bars. Long silence. "Again," she said.`,
    },
    {
      ago: 9,
      time: '21:05',
      mood: 3,
      tags: ['work', 'money'],
      body: `Did the sums for the year. Better than I was afraid of, worse than I told people.

- [x] Insurance
- [x] The letter to the landlord
- [ ] That one receipt`,
    },
    {
      ago: 10,
      time: '21:45',
      mood: 5,
      tags: ['running'],
      body: `First run since the knee. Slow, flat, eleven minutes. It held. I grinned at a dog.`,
    },
    {
      ago: 12,
      time: '22:00',
      mood: 4,
      tags: ['kitchen'],
      title: 'Bread, third attempt',
      body: `Less water, more patience. It has a crust that sings when it cools. Wrote down the numbers this time:

> 500 g flour, 340 g water, 10 g salt, a night in the cold.`,
    },
    {
      ago: 13,
      time: '20:50',
      mood: 3,
      tags: ['weather'],
      body: `Fog until noon. The whole street sounded as if it were packed in wool.`,
    },
    {
      ago: 15,
      time: '21:30',
      mood: 4,
      tags: ['friends'],
      body: `Marta came for dinner and stayed till one. We agreed on nothing and parted best of friends. She says I should write down more of what I hear and less of what I think.`,
    },
    {
      ago: 16,
      time: '22:20',
      mood: 2,
      tags: ['work'],
      body: `The thing I had put off for a week took nine minutes. I would like to learn something from this, for once.`,
    },
    {
      ago: 18,
      time: '18:10',
      title: 'Over the hills by train',
      place: 'On the train',
      mood: 5,
      tags: ['travel'],
      starred: true,
      body: `Four hours, one book, a window. The hills came in layers, each a little bluer than the one before.

![Hills from the train](sample:hills)`,
    },
    {
      ago: 19,
      time: '21:10',
      mood: 3,
      tags: ['health'],
      body: `The doctor says two weeks without running, then slowly. Not so bad. Paused it, so that it does not sulk at me.`,
    },
    {
      ago: 21,
      time: '21:55',
      mood: 3,
      tags: ['garden'],
      body: `Planted garlic, forty cloves, each the right way up. It will be there in July, which is a cheerful thing to know in the dark.`,
    },
    {
      ago: 23,
      time: '22:30',
      mood: 2,
      tags: ['sleep', 'work'],
      body: `Tired. Three coffees too many, an hour of walking too few. Nothing happened, and it took all day.`,
    },
    {
      ago: 24,
      time: '20:40',
      mood: 4,
      tags: ['music'],
      body: `The concert in the small church. No microphone, no programme, eighty people breathing at the same time.`,
    },
    {
      ago: 26,
      time: '21:20',
      mood: 4,
      tags: ['reading', 'evening'],
      body: `Rain, lamp, book. If somebody had asked at nine whether I was happy I would have been annoyed to be disturbed.`,
    },
    {
      ago: 28,
      time: '21:00',
      mood: 3,
      tags: ['idea'],
      body: `An idea for the room under the roof: put the desk where the bed is. Drew it. Measured it. It does not fit. Drew it again.`,
    },
    {
      ago: 30,
      time: '22:05',
      mood: 4,
      tags: ['family', 'kitchen'],
      body: `Ida made the dumplings the way our mother did, without a recipe, by saying "about so much" all the time. I wrote along.`,
    },
    {
      ago: 33,
      time: '21:35',
      mood: 5,
      tags: ['walk', 'friends'],
      body: `Walked home from the station instead of taking the tram, and met Jonas, whom I had not seen for two years. Fifty minutes on a street corner.`,
    },
    {
      ago: 35,
      time: '21:25',
      mood: 3,
      tags: ['work'],
      body: `New project. Everybody nods, nobody knows yet. I like this part.`,
    },
    {
      ago: 37,
      time: '22:15',
      mood: 3,
      tags: ['garden', 'weather'],
      body: `First frost on the cabbages. They are said to get sweeter. I am told the same of people.`,
    },
    {
      ago: 39,
      time: '20:45',
      mood: 4,
      tags: ['music'],
      body: `The piano tuner was here. He listens with his eyes shut and his mouth open. Now every wrong note is mine.`,
    },
    {
      ago: 41,
      time: '21:40',
      title: 'Beginning',
      mood: 4,
      tags: ['welcome'],
      body: `A line a day. That is all I promise.

And: walk a little, read a little, play a little. Not because it is on a list. Because of the evenings on which I did.`,
    },
    {
      ago: 365,
      time: '21:10',
      mood: 4,
      tags: ['evening'],
      body: `Sat at the window with tea and did nothing for half an hour. In a year I will have forgotten this evening. So: the blackbird, the neighbour's radio, the smell of rain on warm stone.`,
    },
    {
      ago: 730,
      time: '20:20',
      mood: 3,
      tags: ['idea'],
      body: `Bought a notebook. It is far too beautiful to write in.`,
    },
  ],
  habits: {
    walk: { name: 'A short walk', group: 'Body' },
    read: { name: 'Read', question: 'How many pages?', unit: 'pages' },
    run: { name: 'Run', description: 'Slowly. To the river and back is enough.', group: 'Body' },
    piano: { name: 'Piano' },
    phone: { name: 'No phone in bed' },
    coffee: { name: 'Coffee', unit: 'cups', group: 'Body' },
    call: { name: 'Call Grandmother', question: 'Did we talk?' },
    plants: { name: 'Water the plants' },
  },
  pictures: { lake: 'lake.png', hills: 'hills.png' },
  pauseReason: 'The knee',
  notes: ['in the rain', 'with Ida', 'only just', 'the best in weeks'],
  excuses: ['a cold', 'on the train all day'],
};
