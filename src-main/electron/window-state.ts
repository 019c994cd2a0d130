import { z } from 'zod';
import type { HostDisplay, Rectangle } from './electron-api.ts';

/** In density-independent pixels. Three panes fit the first, the second is the narrowest the layout is made for. */
export const USUAL_SIZE = { width: 1240, height: 820 };
export const LEAST_SIZE = { width: 900, height: 600 };

/** So much of the title bar, in density-independent pixels, must be on a screen for a hand to get hold of the window. */
const GRIP = { width: 120, height: 32 };

const MODES = ['normal', 'maximised', 'full-screen'] as const;
const number = z.int().min(-100_000).max(100_000);
const rectangleSchema = z.object({
  x: number,
  y: number,
  width: number.min(1),
  height: number.min(1),
});

/** What is remembered of the window. It says where a window stood, and nothing of what was in it. */
export const windowStateSchema = z.object({
  bounds: rectangleSchema,
  mode: z.enum(MODES),
  display: z.object({ bounds: rectangleSchema, scaleFactor: z.number().min(0.1).max(20) }),
});
export type WindowState = z.infer<typeof windowStateSchema>;

export interface Placement {
  /** Left out: the system puts it where it puts new windows, on the primary display. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly size: { readonly width: number; readonly height: number };
  readonly least: { readonly width: number; readonly height: number };
  readonly mode: WindowState['mode'];
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/** The least size of a window there: a small screen takes less than the layout wants. */
function leastOn({ width, height }: Rectangle): Placement['least'] {
  return { width: Math.min(LEAST_SIZE.width, width), height: Math.min(LEAST_SIZE.height, height) };
}

function isSame(display: HostDisplay, { bounds, scaleFactor }: WindowState['display']): boolean {
  const { x, y, width, height } = display.bounds;
  return (
    x === bounds.x &&
    y === bounds.y &&
    width === bounds.width &&
    height === bounds.height &&
    display.scaleFactor === scaleFactor
  );
}

/** Whether a hand can get hold of the window's upper edge on one of the displays. */
export function isReachable({ x, y, width }: Rectangle, displays: readonly HostDisplay[]): boolean {
  return displays.some(({ workArea: area }) => {
    const seen = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
    return seen >= Math.min(GRIP.width, width) && y >= area.y && y + GRIP.height <= area.y + area.height;
  });
}

/**
 * Where the window goes. It comes back to where it stood only while the display is there as it was (same place, size and scale); then its size is fitted to what that display
 * leaves free, and a window that could not be taken hold of is brought back into it. Otherwise it begins anew on the primary display; `saved` null, or of a file that
 * somebody broke, is the same.
 */
export function placeWindow(saved: unknown, displays: readonly HostDisplay[], primary: HostDisplay): Placement {
  const read = windowStateSchema.safeParse(saved);
  const display = read.success ? displays.find((each) => isSame(each, read.data.display)) : undefined;
  if (!read.success || display === undefined) {
    const { workArea } = primary;
    return {
      at: null,
      size: {
        width: Math.min(USUAL_SIZE.width, workArea.width),
        height: Math.min(USUAL_SIZE.height, workArea.height),
      },
      least: leastOn(workArea),
      // The wish for a full screen stays where the screen went.
      mode: read.success ? read.data.mode : 'normal',
    };
  }
  const { bounds, mode } = read.data;
  const { workArea } = display;
  const least = leastOn(workArea);
  const width = clamp(bounds.width, least.width, workArea.width);
  const height = clamp(bounds.height, least.height, workArea.height);
  const asItWas = { x: bounds.x, y: bounds.y, width, height };
  const at = isReachable(asItWas, displays)
    ? { x: bounds.x, y: bounds.y }
    : {
        x: clamp(bounds.x, workArea.x, workArea.x + workArea.width - width),
        y: clamp(bounds.y, workArea.y, workArea.y + workArea.height - height),
      };
  return { at, size: { width, height }, least, mode };
}
