import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL('..', import.meta.url);
const files = readdirSync(FOLDER, { recursive: true }).filter((file) => /\.(css|tsx)$/.test(file));

/** What may name a side of the screen, with the reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  'features/import/problem-list.module.css: border-width: 0 1.5px 1.5px 0': 'an angle, turned and then mirrored',
};

/** The parts of a value at its top level: `1px calc(2px + 3px)` is two. */
function partsOf(value: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of value) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth === 0 && /\s/.test(sign)) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.filter((part) => part !== '');
}

const isZero = (part: string | undefined): boolean => part === undefined || /^0(px|%)?$/.test(part);

/** Why a declaration would not turn with the page; null: it does, or means no side. */
export function sideOf(property: string, value: string): string | null {
  if (/(^|-)(left|right)(-|$)/.test(property)) return 'a side in the property';
  if (value.includes('--forward') || value.includes('--line-start')) return null;
  if (/^(text-align|float|clear|caption-side)$/.test(property) && /\b(left|right)\b/.test(value)) return 'a side';
  if (/^(background(-position|-image)?|mask(-position)?|transform-origin|object-position)$/.test(property))
    return /\b(left|right)\b/.test(value) ? 'a side' : null;
  const parts = partsOf(value);
  if (/^(margin|padding|inset|scroll-margin|scroll-padding|border-(width|style|color))$/.test(property))
    return parts.length === 4 && parts[1] !== parts[3] ? 'another value on either side' : null;
  if (property === 'border-radius')
    return parts.length > 1 && new Set(parts).size > 1 ? 'other corners on either side' : null;
  if (property === 'translate') return isZero(parts[0]) ? null : 'a move to a side';
  if (property === 'transform')
    return /translateX|translate\((?!0)|skew|scaleX/.test(value) ? 'a move to a side' : null;
  if (property === 'box-shadow')
    return value
      .split(/,(?![^(]*\))/)
      .some((shadow) => !isZero(partsOf(shadow.replace('inset', ''))[0]) && /^\s*-?[\d.]/.test(shadow))
      ? 'a shadow to a side'
      : null;
  return null;
}

interface Found {
  readonly place: string;
  readonly why: string;
}

function physicalIn(file: string): Found[] {
  const text = readFileSync(new URL(file, FOLDER), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  if (file.endsWith('.tsx')) {
    const found = text.match(/\b(margin|padding|border|inset)(Left|Right)\b|\b(left|right): ['"`]/g) ?? [];
    return found.map((each) => ({ place: `${file}: ${each}`, why: 'a side in a style' }));
  }
  return [...text.matchAll(/(?<=[{;]\s*)([a-z-]+):\s*([^;{}]+);/g)].flatMap(([, property = '', value = '']) => {
    const why = sideOf(property, value.trim());
    return why === null ? [] : [{ place: `${file}: ${property}: ${value.trim()}`, why }];
  });
}

describe('the style sheets', () => {
  it('know what names a side', () => {
    for (const [property, value] of [
      ['margin-left', '1px'],
      ['right', '0'],
      ['border-left-color', 'red'],
      ['border-top-left-radius', '2px'],
      ['text-align', 'right'],
      ['float', 'left'],
      ['padding', '0 1px 0 2px'],
      ['inset', '0 auto 0 0'],
      ['border-radius', '0 2px 2px 0'],
      ['transform', 'translateX(-50%)'],
      ['translate', '4px 0'],
      ['box-shadow', '-5px 0 var(--paper)'],
      ['background', 'url(a.svg) left no-repeat'],
    ] as const) {
      expect(sideOf(property, value), `${property}: ${value}`).not.toBeNull();
    }
    for (const [property, value] of [
      ['margin-inline-start', '1px'],
      ['padding', '0 1px 2px'],
      ['padding', '0 calc(1px + 2px) 0 calc(1px + 2px)'],
      ['transform', 'translateX(calc(var(--forward) * -50%))'],
      ['transform', 'translateY(50%)'],
      ['box-shadow', '0 1px 2px rgb(0 0 0 / 0.05), inset 0 0 0 1px red'],
      ['border-radius', '50%'],
    ] as const) {
      expect(sideOf(property, value), `${property}: ${value}`).toBeNull();
    }
  });

  it('and the elements with a style of their own name no side of the screen', () => {
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap(physicalIn).filter(({ place }) => ALLOWED[place] === undefined);
    expect(found).toEqual([]);
  });
});
