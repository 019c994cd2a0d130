import { expect, it } from 'vitest';
import { compareVersions, isVersion } from './version.ts';

it('puts versions into the order that semver.org gives as its example', () => {
  const inOrder = [
    '0.9.0',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0',
    '1.2.0',
    '1.10.0',
    '2.0.0',
  ];
  for (const [at, version] of inOrder.entries()) {
    for (const [otherAt, other] of inOrder.entries()) {
      expect([version, other, Math.sign(compareVersions(version, other))]).toEqual([
        version,
        other,
        Math.sign(at - otherAt),
      ]);
    }
  }
});

it('heeds no build number', () => expect(compareVersions('1.0.0+5', '1.0.0+6')).toBe(0));

it.each(['', '1', '1.0', 'v1.0.0', '1.0.0.0', '1.0.0-', '1.0.0 ', '1.0.0/../x', `1.0.${'9'.repeat(40)}`])(
  'does not take %j for a version',
  (text) => {
    expect(isVersion(text)).toBe(false);
    expect(() => compareVersions(text, '1.0.0')).toThrow('no version');
  },
);
