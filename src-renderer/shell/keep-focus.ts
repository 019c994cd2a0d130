import { focusPage } from '../components/use-focus-return.ts';

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]';

/** Behind whoever knows a better place: a dialog that closes and a list that was shortened give the focus on within less frames than these. */
const OTHERS_FIRST = 8;

function canTakeFocus(element: Element): element is HTMLElement {
  return (
    element instanceof HTMLElement &&
    element.isConnected &&
    !element.matches(':disabled') &&
    element.closest('[inert]') === null &&
    element.checkVisibility({ visibilityProperty: true })
  );
}

/** What one would go on with: the first thing in the nearest part of the page that is still there. */
function nearest(around: readonly Element[]): HTMLElement | undefined {
  for (const part of around) {
    if (part === document.body) return undefined;
    const found = part.isConnected ? [...part.querySelectorAll(FOCUSABLE)].find(canTakeFocus) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Where what has the focus goes away, by Undo, by another device, or because it was the button for just this, the focus goes on to what stood beside it: left on the
 * body, the next key would do nothing, and a screen reader would begin at the top. A press on an empty place is meant, and leaves it there. What was out of sight on a
 * sheet of paper has it again when that is printed.
 * @returns the end of it
 */
export function keepFocus({ body }: Document): () => void {
  let last: Element | null = null;
  let around: readonly Element[] = [];
  let frame = 0;

  const isGone = (): boolean => last !== null && !canTakeFocus(last);
  // What was hidden or switched off has it until the next frame is drawn.
  const isLost = (): boolean => [null, body, last].includes(document.activeElement);
  const giveOn = (): void => {
    const dialog = [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].at(-1);
    // What lay under a dialog is no place while it is open.
    const place = nearest(dialog === undefined ? around : [...around.filter((part) => dialog.contains(part)), dialog]);
    if (place === undefined) focusPage();
    else place.focus({ preventScroll: true });
  };
  const wait = (left: number, wasThere: boolean): void => {
    const isThere = last?.isConnected === true;
    if (!isGone() || !isLost()) frame = 0;
    // A button that is off while it works, and then goes with its dialog: who closed that knows the better place, and begins only now.
    else if (isThere !== wasThere) frame = requestAnimationFrame(() => wait(OTHERS_FIRST, isThere));
    else if (left > 0) frame = requestAnimationFrame(() => wait(left - 1, isThere));
    else {
      frame = 0;
      giveOn();
    }
  };
  const look = (): void => {
    if (frame === 0) wait(OTHERS_FIRST, last?.isConnected === true);
  };

  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element) || target === body) return;
    last = target;
    const parts: Element[] = [];
    for (let at = target.parentElement; at !== null; at = at.parentElement) parts.push(at);
    around = parts;
  };
  const onPress = (): void => {
    last = null;
  };
  const paper = matchMedia('print');
  const onPaper = (): void => {
    if (!paper.matches && last !== null && canTakeFocus(last) && isLost()) last.focus({ preventScroll: true });
  };
  paper.addEventListener('change', onPaper);
  const changes = new MutationObserver(look);
  changes.observe(body, { subtree: true, childList: true, attributeFilter: ['hidden', 'disabled', 'inert'] });
  document.addEventListener('focusin', onFocus);
  document.addEventListener('pointerdown', onPress, true);
  return () => {
    cancelAnimationFrame(frame);
    changes.disconnect();
    paper.removeEventListener('change', onPaper);
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('pointerdown', onPress, true);
  };
}
