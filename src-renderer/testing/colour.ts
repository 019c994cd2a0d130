/** A linear-light sRGB colour: red, green, blue, each 0 to 1. */
type Linear = readonly [number, number, number];

export type Theme = 'light' | 'dark';

/** From the style sheet of the tokens: the six-digit colours of one theme by their token, without its dashes. */
export function coloursOf(tokens: string, theme: Theme): ReadonlyMap<string, string> {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(tokens)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Of a six-digit colour. IEC 61966-2-1. */
function linear(colour: string): Linear {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return [red, green, blue];
}

/** The contrast of two six-digit colours, 1 to 21. WCAG 2.2. */
export function contrast(first: string, second: string): number {
  const [lighter = 0, darker = 0] = [first, second]
    .map((colour) => {
      const [red, green, blue] = linear(colour);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .toSorted((a, b) => b - a);
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

/**
 * Kinds of eyes: rows of the matrices for a whole lack of one kind of cones (severity 1.0), applied to linear light. Machado, Oliveira and Fernandes: A Physiologically-based
 * Model for Simulation of Color Vision Deficiency, IEEE Transactions on Visualization and Computer Graphics 15 (2009), doi:10.1109/TVCG.2009.113.
 */
export const EYES = {
  'all three cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Readonly<Record<string, readonly Linear[]>>;

/** A six-digit colour as these eyes see it, in OKLab: lightness 0 to 1, and two axes of colour. Ottosson 2020, https://bottosson.github.io/posts/oklab/. */
export function seenBy(eyes: keyof typeof EYES, colour: string): Linear {
  const light = linear(colour);
  const [red = 0, green = 0, blue = 0] = EYES[eyes].map((row) => {
    const sum = row[0] * light[0] + row[1] * light[1] + row[2] * light[2];
    return Math.min(1, Math.max(0, sum));
  });
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

/** How far two colours are apart for these eyes, as the distance in OKLab: 0.02 is what can just be told in two large fields side by side. */
export function distance(eyes: keyof typeof EYES, first: string, second: string): number {
  const [one, other] = [seenBy(eyes, first), seenBy(eyes, second)];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}
