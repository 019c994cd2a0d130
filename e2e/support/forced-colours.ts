/**
 * Runs in the page, with forced colours. Which text cannot be read there: something of ours paints over the system's own pair of colours. axe cannot tell: what it
 * takes for the colour of a text is what it would be if nothing were forced.
 * @returns `contrast n.n: where`, of each text below 4.5 : 1
 */
export function unreadableWhenForced(): string[] {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const parse = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/gu) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const over = (above: Colour, below: Colour): Colour => {
    const mix = (at: 0 | 1 | 2): number => above[3] * above[at] + (1 - above[3]) * below[at];
    return [mix(0), mix(1), mix(2), 1];
  };
  const luminance = ([red, green, blue]: Colour): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const probe = document.createElement('i');
  probe.style.color = 'Canvas';
  document.body.append(probe);
  const canvas = parse(getComputedStyle(probe).color);
  probe.remove();
  const groundOf = (element: Element): Colour => {
    const grounds: Colour[] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const ground = parse(getComputedStyle(at).backgroundColor);
      if (ground[3] > 0) grounds.unshift(ground);
    }
    return grounds.reduce((below, above) => over(above, below), canvas);
  };
  const isExempt = (element: Element): boolean =>
    element.closest(':disabled, [aria-disabled=true], [data-disabled], [hidden], [aria-hidden=true]') !== null ||
    element.closest('label')?.querySelector(':disabled') != null;
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || node.textContent?.trim() === '' || isExempt(element)) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const ground = groundOf(element);
    const [one = 0, other = 0] = [luminance(over(parse(getComputedStyle(element).color), ground)), luminance(ground)];
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (contrast >= 4.5) continue;
    const name = element.id === '' ? `.${element.getAttribute('class') ?? ''}` : `#${element.id}`;
    found.push(`contrast ${contrast.toFixed(1)}: ${element.localName}${name}`);
  }
  return found;
}
