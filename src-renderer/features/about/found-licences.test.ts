import { expect, it } from 'vitest';
import { foundLicences } from './found-licences.ts';

const PACKAGES = [
  { name: '@fontsource-variable/figtree', version: '5.3.0', licence: 'OFL-1.1', text: 0 },
  { name: 'react', version: '19.3.1', licence: 'MIT', text: 1 },
  { name: 'react-intl', version: '12.1.5', licence: 'BSD-3-Clause', text: 2 },
];
const names = (search: string): string[] => foundLicences(PACKAGES, search).map(({ name }) => name);

it('finds by parts of names and licences, in any case, all words of them', () => {
  expect(names('')).toHaveLength(3);
  expect(names('  ')).toHaveLength(3);
  expect(names('React')).toEqual(['react', 'react-intl']);
  expect(names('react mit')).toEqual(['react']);
  expect(names('ofl')).toEqual(['@fontsource-variable/figtree']);
  expect(names('vue')).toEqual([]);
});
