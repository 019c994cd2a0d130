import type { Page } from '@playwright/test';

/** More stops than any screen has: whoever makes as many goes in a circle that is not the page. */
const MOST_STOPS = 500;

interface Stop {
  /** Role or element, and name, for whoever reads a failure. */
  readonly what: string;
  /** What is wrong at the stop while it has the focus. */
  readonly faults: readonly string[];
  readonly isEnd: boolean;
}

/**
 * Runs in the page behind each Tab. Looks at what has the focus now, and whether what had it before looked otherwise then. The stop before is kept on the window,
 * because only without the focus it can be seen what the focus changes.
 */
async function lookAtStop(): Promise<Stop> {
  type Colour = readonly [number, number, number, number];
  interface Look {
    readonly element: Element;
    readonly outline: string;
    readonly border: string;
    readonly shadow: string;
    readonly ground: string;
    /** Of what is drawn behind its words: the line of a splitter. */
    readonly after: string;
  }
  interface Kept {
    first?: Element;
    before?: {
      readonly element: Element;
      readonly what: string;
      readonly looks: readonly Look[];
      readonly shown: Element;
    };
  }
  const kept = ((window as unknown as { focusWalk?: Kept }).focusWalk ??= {});

  const parse = (text: string): Colour => {
    // Mixed colours are written as `color(srgb 0.1 0.2 0.3 / 0.4)`, parts from 0 to 1.
    const unit = text.startsWith('color(') ? 255 : 1;
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+(?:e-?\d+)?/gu) ?? []).map(Number);
    return [red * unit, green * unit, blue * unit, alpha];
  };
  const luminance = ([red, green, blue]: Colour): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: Colour, other: Colour): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const groundOf = (from: Element | null): Colour => {
    for (let at = from; at !== null; at = at.parentElement) {
      const ground = parse(getComputedStyle(at).backgroundColor);
      if (ground[3] === 1) return ground;
    }
    return [255, 255, 255, 1];
  };
  const lookOf = (element: Element): Look => {
    const style = getComputedStyle(element);
    const outline = style.outlineStyle === 'none' ? '' : `${style.outlineWidth} ${style.outlineColor}`;
    return {
      element,
      outline: outline.startsWith('0px') ? '' : outline,
      border: parseFloat(style.borderTopWidth) > 0 ? style.borderTopColor : '',
      shadow: style.boxShadow === 'none' ? '' : style.boxShadow,
      ground: style.backgroundColor,
      after: getComputedStyle(element, '::after').backgroundColor,
    };
  };
  /** A field shows it by its box, a hidden radio button by what stands for it. */
  const places = (element: Element): Element[] => {
    const found: Element[] = [element];
    for (let at = element.parentElement, up = 0; at !== null && up < 3; at = at.parentElement, up += 1) found.push(at);
    for (const label of [element.closest('label')]) if (label !== null) found.push(...label.querySelectorAll('*'));
    found.push(...element.querySelectorAll('*'));
    return found;
  };
  const isSeen = (was: Look): boolean => {
    const now = lookOf(was.element);
    // A field and the button in its box have the box's ring one after the other.
    const isShared = was.element.contains(document.activeElement);
    const around = groundOf(was.element.parentElement);
    const changed = (name: 'outline' | 'border' | 'shadow'): boolean =>
      was[name] !== '' && (was[name] !== now[name] || (name === 'outline' && isShared));
    const colours = [
      ...(changed('outline') ? [was.outline.replace(/^\S+ /u, '')] : []),
      ...(changed('border') ? [was.border] : []),
      ...(changed('shadow') ? [/(?:rgba?|color)\([^)]*\)/u.exec(was.shadow)?.[0] ?? ''] : []),
    ];
    if (colours.some((colour) => colour !== '' && contrast(parse(colour), around) >= 3)) return true;
    return (['ground', 'after'] as const).some((name) => {
      const [then, otherwise] = [parse(was[name]), parse(now[name])];
      if (was[name] === now[name] || then[3] === 0) return false;
      return contrast(then, otherwise[3] === 0 ? around : otherwise) >= 3;
    });
  };

  const faults: string[] = [];
  const active = document.activeElement;
  const { before } = kept;
  // What shows a caret shows the focus by it.
  const hasCaret = (element: Element): boolean => element.matches('[contenteditable=true], textarea');
  if (before !== undefined && before.element.isConnected && before.element !== active && !hasCaret(before.element)) {
    if (!before.looks.some(isSeen)) faults.push(`${before.what}: the focus is not seen`);
  }
  if (active === null || active === document.body || active === kept.first) {
    delete (window as unknown as { focusWalk?: Kept }).focusWalk;
    return { what: 'the end', faults, isEnd: true };
  }
  kept.first ??= active;
  const role = active.getAttribute('role') ?? `${active.localName} ${active.getAttribute('type') ?? ''}`.trim();
  const name = active.getAttribute('aria-label') ?? active.textContent?.trim().slice(0, 40) ?? '';
  const what = `${role} “${name === '' ? active.id || (active.getAttribute('name') ?? '') : name}”`;
  // A choice that stands for a hidden control is where its label is.
  const shown = active.matches('input[type=radio], input[type=checkbox]')
    ? (active.closest('label') ?? active)
    : active;
  const box = shown.getBoundingClientRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  if (right <= left || bottom <= top) faults.push(`${what}: out of sight`);
  else {
    // Entirely hidden is what WCAG 2.4.11 forbids: one of these places has to be its own.
    const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.2, 0.8].map((y) => [x, y] as const));
    const isUncovered = (): boolean =>
      points.some(([x, y]) => {
        const hit = document.elementFromPoint(left + x * (right - left), top + y * (bottom - top));
        return hit !== null && (shown.contains(hit) || hit.contains(shown));
      });
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    // What floats over the page goes out of the way in the frame behind the focus.
    for (let frames = 0; frames < 3 && !isUncovered(); frames += 1) await frame();
    if (!isUncovered()) faults.push(`${what}: covered`);
  }
  if (before !== undefined) {
    const landmark = (element: Element): Element | null =>
      element.closest('nav, main, aside, section[aria-label], [role=dialog]');
    // As it is now: the page may have scrolled between the two.
    const last = before.shown.getBoundingClientRect();
    const isBack = box.bottom <= last.top && box.left <= last.right && box.right <= last.right;
    if (isBack && landmark(active) === landmark(before.element))
      faults.push(`${what}: before ${before.what}, and reached behind it`);
  }
  kept.before = { element: active, what, looks: places(active).map(lookOf), shown };
  return { what, faults, isEnd: false };
}

/**
 * Goes through the screen with Tab, from its beginning to where it leaves the page or comes round.
 * @param key instead of Tab: through a menu, a list or a grid, which is one stop of Tab
 * @param most where what is walked does not come round: so many stops and no more
 * @returns the stops in their order, and what is wrong with the focus at them (WCAG 2.1.2, 2.4.3, 2.4.7, 2.4.11)
 */
export async function walkFocus(
  page: Page,
  { key = 'Tab', most }: { readonly key?: string; readonly most?: number } = {},
): Promise<{ readonly stops: string[]; readonly faults: string[] }> {
  const stops: string[] = [];
  const faults: string[] = [];
  // A walk before this one may have ended on its way.
  await page.evaluate(() => {
    delete (window as unknown as { focusWalk?: unknown }).focusWalk;
  });
  for (;;) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(lookAtStop);
    faults.push(...stop.faults);
    if (stop.isEnd) return { stops, faults };
    stops.push(stop.what);
    if (stops.length === most) return { stops, faults };
    if (stops.length > MOST_STOPS) return { stops, faults: [...faults, `a trap at ${stop.what}`] };
  }
}
