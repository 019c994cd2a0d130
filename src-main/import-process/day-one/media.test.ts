import { expect, it } from 'vitest';
import { labelMedia, mediaOf } from './media.ts';

it('names references and keeps their targets', () => {
  expect(labelMedia('a ![](dayone-moment://AB1) b\n![](dayone-moment:/video/C)![mine](dayone-moment:/audio/D)')).toBe(
    'a ![Photo](dayone-moment://AB1) b\n![Video](dayone-moment:/video/C)![mine](dayone-moment:/audio/D)',
  );
  expect(labelMedia('![](dayone-moment:/pdfAttachment/E) ![](dayone-moment:/constructor/F)')).toBe(
    '![PDF](dayone-moment:/pdfAttachment/E) ![Attachment](dayone-moment:/constructor/F)',
  );
  expect(labelMedia('![](https://a.example/b.png)')).toBe('![](https://a.example/b.png)');
});

it('counts each medium once, attached or referred to', () => {
  const entry = {
    photos: [{ identifier: 'A', md5: 'x' }, { identifier: 'B', md5: 'x' }, {}],
    videos: [{ identifier: 'C' }],
    audios: 'none',
    pdfAttachments: [null],
  };
  expect(mediaOf(entry, '![Photo](dayone-moment://A) ![](dayone-moment:/audio/Z)')).toEqual([
    'photo',
    'photo',
    'photo',
    'video',
    'pdf',
    'audio',
  ]);
  expect(mediaOf({}, 'no ![](https://a.example/b.png)')).toEqual([]);
});
