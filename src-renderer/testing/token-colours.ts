import { readFileSync } from 'node:fs';

const source = readFileSync(new URL('../theme/tokens.css', import.meta.url), 'utf8');

const THEMES = { light: /:root \{([^}]*)\}/, dark: /:root\[data-theme='dark'\] \{([^}]*)\}/ } as const;

/** The six-digit colours of one theme by their token. */
export function coloursOf(theme: keyof typeof THEMES): ReadonlyMap<string, string> {
  const block = THEMES[theme].exec(source)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Relative luminance, WCAG 2.2. @param colour six digits */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** By WCAG 2.2: 1 to 21. */
export function contrast(first: string, second: string): number {
  const [lighter = 0, darker = 0] = [luminance(first), luminance(second)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** What is seen where a colour of so much opacity lies over another, in sRGB as browsers lay one over the other. */
export function over(colour: string, opacity: number, ground: string): string {
  const parts = [1, 3, 5].map((at) => {
    const [above = 0, below = 0] = [colour, ground].map((each) => Number.parseInt(each.slice(at, at + 2), 16));
    return Math.round(opacity * above + (1 - opacity) * below);
  });
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
