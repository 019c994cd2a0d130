import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { attachedTo } from './projection.ts';

it('a text holds every file that it names, each once, however many they are and however a link is written', () => {
  const ids = Array.from({ length: 1200 }, () => randomUUID());
  const links = ids.map((id, index) =>
    index % 2 === 0 ? `![a view](attachment:${id})` : `[notes](<attachment:${id}>)`,
  );
  expect(attachedTo(`${links.join(' and ')} ${links[0]!}`)).toEqual(ids);
  expect(attachedTo(`(attachment:${ids[0]!}) [far](https://example.com/attachment:${ids[1]!})`)).toEqual([]);
});
