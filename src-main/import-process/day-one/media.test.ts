import { expect, it } from 'vitest';
import { mediaOf, placeMedia, type PlacedMedium } from './media.ts';

const picture = (key: string): PlacedMedium => ({ key, isPicture: true });
const recording = (key: string): PlacedMedium => ({ key, isPicture: false });

it('puts media in the place of their links, with a name that can be read', () => {
  const placed = new Map([
    ['AB1', picture('a')],
    ['C', recording('c')],
    ['D', recording('d')],
    ['E', recording('e')],
  ]);
  const text =
    'a ![](dayone-moment://AB1) b\n![](dayone-moment:/video/C)![mine](dayone-moment:/audio/D) ![](dayone-moment:/pdfAttachment/E)';
  expect(placeMedia(text, mediaOf({}, text), placed)).toBe(
    'a ![Photo](import:a) b\n[Video](import:c)[mine](import:d) [PDF](import:e)',
  );
  expect(placeMedia('![](https://a.example/b.png)', [], placed)).toBe('![](https://a.example/b.png)');
});

it('leaves words where a medium is not there', () => {
  const text = 'et.![](dayone-moment://A). [x]![](dayone-moment:/constructor/F)';
  expect(placeMedia(text, mediaOf({}, text), new Map([['A', null]]))).toBe('et.(Photo). [x] (Attachment)');
});

it('puts behind the text what it does not name, in the order of the entry', () => {
  const entry = {
    photos: [
      { identifier: 'A', orderInEntry: 2 },
      { identifier: 'B', orderInEntry: 1 },
      { identifier: 'C', orderInEntry: 0 },
    ],
    audios: [{ identifier: 'D' }],
  };
  const text = 'See ![](dayone-moment://C)';
  const placed = new Map([
    ['A', picture('a')],
    ['B', picture('b')],
    ['C', picture('c')],
    ['D', recording('d')],
  ]);
  expect(placeMedia(text, mediaOf(entry, text), placed)).toBe(
    'See ![Photo](import:c)\n\n![Photo](import:b)\n\n![Photo](import:a)\n\n[Audio](import:d)',
  );
  expect(placeMedia('', mediaOf(entry, ''), new Map([...placed, ['C', null]]))).toBe(
    '![Photo](import:b)\n\n![Photo](import:a)\n\n[Audio](import:d)',
  );
});

it('counts each medium once, attached or referred to', () => {
  const entry = {
    photos: [{ identifier: 'A', md5: 'A'.repeat(32), filename: 'x.heic' }, { identifier: 'B', md5: 'x' }, {}],
    videos: [{ identifier: 'C' }],
    audios: 'none',
    pdfAttachments: [null],
  };
  const media = mediaOf(entry, '![](dayone-moment://A) ![](dayone-moment:/audio/Z)');
  expect(media.map(({ about, md5, name, isInText }) => [about, md5, name, isInText])).toEqual([
    ['photo 1', 'a'.repeat(32), 'x.heic', true],
    ['photo 2', null, null, false],
    ['photo 3', null, null, false],
    ['video 1', null, null, false],
    ['pdf 1', null, null, false],
    ['audio 1', null, null, true],
  ]);
  expect(mediaOf({}, 'no ![](https://a.example/b.png)')).toEqual([]);
});
