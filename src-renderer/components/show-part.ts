/**
 * Brings a part of a long page to its top, with the focus on its heading, and keeps it there while the parts above it are still filled: they ask for what they show
 * when they are drawn. Whoever does anything goes on from there.
 * @param part has an h2, or is the heading itself
 */
export function showPart(part: Element): void {
  const heading = part.matches('h2, h3') ? (part as HTMLElement) : part.querySelector('h2');
  const bring = (): void => part.scrollIntoView({ block: 'start' });
  bring();
  if (heading === null) return;
  heading.focus({ preventScroll: true });
  const sizes = new ResizeObserver(bring);
  const end = (): void => {
    sizes.disconnect();
    for (const name of ['keydown', 'pointerdown', 'wheel', 'touchmove']) window.removeEventListener(name, end, true);
  };
  if (part.parentElement !== null) sizes.observe(part.parentElement);
  for (const name of ['keydown', 'pointerdown', 'wheel', 'touchmove']) window.addEventListener(name, end, true);
  heading.addEventListener('blur', end, { once: true });
}
