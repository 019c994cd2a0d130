import { expect, it } from 'vitest';
import { agreedRelease } from './release-version.ts';

const good = {
  tag: 'v1.2.0',
  version: '1.2.0',
  changelog: '# Changelog\n\n## 1.2.0 (2026-12-01)\n\n- New.\n\n## 1.1.0 (2026-11-01)\n\n- Old.\n',
};

it('is the newest section of the changelog', () => {
  expect(agreedRelease(good)).toEqual({ version: '1.2.0', day: '2026-12-01', notes: '- New.' });
});

it.each([
  ['another tag', { tag: 'v1.2.1' }, 'the tag must be v1.2.0'],
  ['a tag without its letter', { tag: '1.2.0' }, 'the tag must be v1.2.0'],
  ['another version in package.json', { tag: 'v1.3.0', version: '1.3.0' }, 'is about 1.2.0'],
  ['an older one on top', { tag: 'v1.1.0', version: '1.1.0' }, 'is about 1.2.0'],
  ['no day', { changelog: good.changelog.replace('2026-12-01', 'unreleased') }, 'must name the day'],
  ['no words', { changelog: good.changelog.replace('- New.', '') }, 'says nothing'],
  ['no changelog', { changelog: '' }, 'about nothing'],
])('does not go out with %s', (_what, change, problem) => {
  expect(() => agreedRelease({ ...good, ...change })).toThrow(problem);
});
