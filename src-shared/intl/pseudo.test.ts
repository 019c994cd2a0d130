import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { pseudoCatalogue, pseudoMessage } from './pseudo.ts';

const say = (message: string, values: Record<string, string | number> = {}): string =>
  String(new IntlMessageFormat(pseudoMessage(message), 'en').format(values));

describe('the made-up language of QA', () => {
  it('accents, lengthens and brackets', () => {
    expect(pseudoMessage('Lock now')).toBe('⟦Ļóóçķ ñóóŵ⟧');
    expect(pseudoMessage('About')).toBe('⟦Áƀóóúúţ⟧'.replace('Áƀ', 'Ááƀ'));
    const sentence = 'Nothing you write is sent anywhere, except sealed to the sync server that you connect.';
    const growth = (pseudoMessage(sentence).length - 2) / sentence.length;
    expect(growth).toBeGreaterThan(1.25);
    expect(growth).toBeLessThan(1.45);
  });

  it('leaves what is filled in, chosen and counted as it is', () => {
    expect(say('Hello {name}', { name: 'Ada' })).toBe('⟦Ĥééļļóó Ada⟧');
    const days = '{count, plural, =0 {none} one {# day} other {# days of {total, number}}}';
    expect(say(days, { count: 0, total: 9 })).toBe('⟦ñóóñéé⟧');
    expect(say(days, { count: 1, total: 9 })).toBe('⟦1 đááýý⟧');
    expect(say(days, { count: 3, total: 1200 })).toBe('⟦3 đááýýš óóƒ 1,200⟧');
    const chosen = '{platform, select, mac {Menu bar} other {Tray {what}}}';
    expect(say(chosen, { platform: 'mac', what: '' })).toBe('⟦Ɱééñúú ƀááŕ⟧');
    expect(say(chosen, { platform: 'linux', what: 'x' })).toBe('⟦Ţŕááýý x⟧');
  });

  it('keeps signs that the syntax would take for its own', () => {
    expect(say('a '.concat("'{'", ' b'))).toBe('⟦áá { ƀ⟧');
    expect(say('it’s 3 < 4')).toBe('⟦ííţ’š 3 < 4⟧');
  });

  it('does so with a whole catalogue', () => {
    expect(pseudoCatalogue({ one: 'One', two: 'Two' })).toEqual({ one: '⟦Óóñéé⟧', two: '⟦Ţŵóó⟧' });
  });
});
