import { expect, it } from 'vitest';
import { isOneEmoji } from './emoji.ts';

it.each(['🌱', '❤️', '❤', '👩🏽‍🔬', '👨‍👩‍👧‍👦', '🇦🇹', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '1️⃣', '☕', '🧘🏿‍♀️'])('takes one emoji: %s', (emoji) => {
  expect(isOneEmoji(emoji)).toBe(true);
});

it.each(['', ' ', 'a', '7', 'run', '🌱🌱', '🌱 ', 'a🌱', '京', '#', '👍👍🏽', `🌱${'\u200D🌱'.repeat(20)}`])(
  'takes nothing else: “%s”',
  (text) => {
    expect(isOneEmoji(text)).toBe(false);
  },
);
