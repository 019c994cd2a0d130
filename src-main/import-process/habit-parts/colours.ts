import type { HabitColour } from '../../../src-shared/contract/habits.ts';

/** Our colours as the light theme shows them (`src-renderer/theme/tokens.css`), but for `stone`, which stands for all greys. */
export const COLOURS: Readonly<Record<Exclude<HabitColour, 'stone'>, number>> = {
  leaf: 0x2f6b4f,
  moss: 0x5d6b1f,
  teal: 0x1f6a70,
  sky: 0x2a6390,
  violet: 0x5d539c,
  plum: 0x824a86,
  rose: 0xa03f5e,
  clay: 0x9a4a2c,
  amber: 0x875a0b,
};

/** Below it (in Oklab's chroma) people call a colour grey. */
const GREY_CHROMA = 0.03;

/** Oklab's hue, in degrees, and chroma. Source: Björn Ottosson, "A perceptual color space for image processing" (public domain). */
function hueOf(rgb: number): { readonly hue: number; readonly chroma: number } {
  const [red = 0, green = 0, blue = 0] = [16, 8, 0].map((shift) => {
    const value = ((rgb >> shift) & 0xff) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const long = Math.cbrt(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue);
  const medium = Math.cbrt(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue);
  const short = Math.cbrt(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue);
  const a = 1.977_998_495_1 * long - 2.428_592_205 * medium + 0.450_593_709_9 * short;
  const b = 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766 * short;
  return { hue: (Math.atan2(b, a) * 180) / Math.PI, chroma: Math.hypot(a, b) };
}

const hues = Object.entries(COLOURS).map(([name, rgb]) => ({ name: name as HabitColour, hue: hueOf(rgb).hue }));

/** The one of our colours that is nearest by hue: ours are darker than those of other programs, and what a person remembers is "the green one". */
export function nearestColour(rgb: number): HabitColour {
  const { hue, chroma } = hueOf(rgb);
  if (chroma < GREY_CHROMA) return 'stone';
  const distance = (other: number): number => Math.abs(((hue - other + 540) % 360) - 180);
  return hues.reduce((best, each) => (distance(each.hue) < distance(best.hue) ? each : best)).name;
}

/** `#RRGGBB`; undefined for anything else. */
export function colourOfHex(text: string): HabitColour | undefined {
  return /^#[0-9a-f]{6}$/i.test(text) ? nearestColour(Number.parseInt(text.slice(1), 16)) : undefined;
}
