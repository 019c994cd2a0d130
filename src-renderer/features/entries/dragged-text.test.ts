import { describe, expect, it } from 'vitest';
import { draggedText } from './dragged-text.ts';

const ID = '0b9f3c1e-5a44-4d0e-9c1a-7f6f0f4d2a11';

describe('the text of an entry that is dragged out', () => {
  it('is its Markdown, with its title as a heading', () => {
    expect(draggedText('', '**Frost**\n\n- leeks', 'photo')).toEqual({
      plain: '**Frost**\n\n- leeks',
      markdown: '**Frost**\n\n- leeks',
    });
    expect(draggedText('First frost', 'Leeks.', 'photo')).toEqual({
      plain: 'First frost\n\nLeeks.',
      markdown: '# First frost\n\nLeeks.',
    });
  });

  it.each([
    [`![The pond](attachment:${ID})`, '[The pond]'],
    [`![](attachment:${ID})`, '[photo]'],
    [`![a \\] b](attachment:${ID} "t")`, '[a \\] b]'],
    [`see [scan.pdf](attachment:${ID}), and ![](attachment:${ID})`, 'see [scan.pdf], and [photo]'],
    ['![web](https://example.org/a.png)', '![web](https://example.org/a.png)'],
    ['[link](https://example.org/)', '[link](https://example.org/)'],
  ])('names what stays in the vault: %s', (body, text) => expect(draggedText('', body, 'photo').plain).toBe(text));

  it('does not take long over what is nearly a picture', () => {
    const begun = performance.now();
    draggedText('', '![\\[\\'.repeat(20_000), 'photo');
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
