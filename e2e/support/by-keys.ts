/**
 * The journeys of the specs without a mouse: on a page that was given to `onlyByKeys`, what a spec clicks, fills or focuses is reached and done as somebody at a keyboard
 * would. Tab and Shift+Tab walk from what has the focus, arrow keys within a list, menu, grid or group, and Enter or Space does it. Nothing is focused by script: what no
 * key leads to is a failure that names it, and so is an action that leaves nothing with the focus.
 */
import type { Locator, Page } from '@playwright/test';

/** More stops than the longest page of the specs has. */
const MOST_STOPS = 250;
const MOST_ARROWS = 400;
const PATIENCE = 10_000;

type Direction = 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight';

/** How the focus stands to what is looked for. */
type Place =
  | { readonly at: 'target' }
  /** In the same list, menu, grid or group: the arrows that come nearer, the better one first. */
  | { readonly at: 'group'; readonly arrows: readonly Direction[]; readonly id: string }
  | {
      readonly at: 'elsewhere';
      readonly back: boolean;
      /** The caret stands in a list of a text, where Tab is for the item until Escape was pressed. */
      readonly isInItem: boolean;
      readonly id: string;
    };

type Press = 'Enter' | 'Space' | null;

/** Runs in the page. `target` may lie in what takes the focus (the words of a button), or be a label. */
function placeOf(target: Element, isOfList: boolean): Place {
  const GROUPS =
    '[role=listbox],[role=menu],[role=grid],[role=radiogroup],[role=tablist],[role=toolbar],[role=feed],[role=tree],[role=treegrid],[data-keys-group]';
  const FOCUSABLE =
    'a[href],button,input,select,textarea,summary,[tabindex],[contenteditable]:not([contenteditable=false]),[role=option]';
  const sign = (element: Element | null): string => {
    if (element === null) return '';
    const marked = element as Element & { keysId?: string };
    const counter = globalThis as { keysCount?: number };
    counter.keysCount = (counter.keysCount ?? 0) + 1;
    marked.keysId ??= String(counter.keysCount);
    return marked.keysId;
  };
  const own = (element: Element): Element => {
    if (element instanceof HTMLLabelElement && element.control !== null) return element.control;
    const inside = element.closest(FOCUSABLE);
    if (inside !== null) return inside;
    const label = element.closest('label');
    return label?.control ?? element.querySelector(FOCUSABLE) ?? element;
  };
  const wanted = own(target);
  const focused = document.activeElement;
  const activeId = focused?.getAttribute('aria-activedescendant');
  const virtual = activeId === null || activeId === undefined ? null : document.getElementById(activeId);
  const active = virtual ?? focused;
  if (!(isOfList && focused instanceof HTMLInputElement) && (active === wanted || focused === wanted))
    return { at: 'target' };
  if (
    active !== null &&
    active !== document.body &&
    wanted.contains(active) &&
    wanted.matches('[role=row],[role=gridcell]')
  )
    return { at: 'target' };

  const groups: Element[] = [];
  for (
    let group = wanted.parentElement?.closest(GROUPS) ?? null;
    group !== null;
    group = group.parentElement?.closest(GROUPS) ?? null
  )
    groups.push(group);
  // Radio buttons of one name are a group without a role.
  const radios =
    wanted instanceof HTMLInputElement &&
    wanted.type === 'radio' &&
    active instanceof HTMLInputElement &&
    active.type === 'radio' &&
    active.name === wanted.name;
  // The field that leads a list has a menu of its own.
  const isInField = isOfList && focused instanceof HTMLInputElement;
  const controls = (focused?.getAttribute('aria-controls') ?? focused?.getAttribute('aria-owns') ?? '').split(' ');
  const shared =
    !isInField &&
    groups.some(
      (group) => (active !== null && group.contains(active)) || (group.id !== '' && controls.includes(group.id)),
    );
  const id = `${sign(active)}:${String(active instanceof HTMLInputElement ? active.checked : '')}`;
  // Several months are one field of days.
  const inGrids = active?.closest('[role=grid]') != null && wanted.closest('[role=grid]') !== null;
  if (radios || shared || inGrids) {
    const to = wanted.getBoundingClientRect();
    const inList = virtual === null && focused?.getAttribute('role') === 'combobox';
    const before = (active?.compareDocumentPosition(wanted) ?? 0) & Node.DOCUMENT_POSITION_PRECEDING;
    // Months beside each other are walked day by day, not by where they stand.
    if (inGrids && !shared)
      return { at: 'group', arrows: before !== 0 ? ['ArrowLeft', 'ArrowUp'] : ['ArrowRight', 'ArrowDown'], id };
    if (inList || active === null) return { at: 'group', arrows: ['ArrowDown', 'ArrowUp'], id };
    const from = active.getBoundingClientRect();
    const down = to.top + to.height / 2 - (from.top + from.height / 2);
    const right = to.left + to.width / 2 - (from.left + from.width / 2);
    const vertical: Direction = down > 0 ? 'ArrowDown' : 'ArrowUp';
    const across: Direction = right > 0 ? 'ArrowRight' : 'ArrowLeft';
    const arrows: Direction[] = Math.abs(down) > from.height / 2 ? [vertical, across] : [across, vertical];
    return { at: 'group', arrows, id };
  }
  const back =
    active !== null &&
    active !== document.body &&
    (active.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  const caret = document.getSelection()?.anchorNode;
  const isInItem =
    active instanceof HTMLElement &&
    active.isContentEditable &&
    (caret instanceof Element ? caret : caret?.parentElement)?.closest('li') != null &&
    active.contains(caret ?? null);
  return { at: 'elsewhere', back, isInItem, id };
}

/** Runs in the page: the key that does what a click on it does. */
function pressOf(target: Element): Press {
  const label = target.closest('label');
  const element =
    target.closest('a[href],button,input,select,textarea,summary,[tabindex],[contenteditable],[role=option]') ??
    label?.control ??
    target.querySelector('a[href],button,input,select,textarea,[tabindex]') ??
    target;
  const role = element.getAttribute('role');
  if (element instanceof HTMLInputElement) {
    if (element.type === 'radio') return element.checked ? null : 'Space';
    if (element.type === 'checkbox') return 'Space';
    return ['button', 'submit', 'file'].includes(element.type) ? 'Enter' : null;
  }
  if (element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable))
    return null;
  if (['radio', 'checkbox', 'switch', 'gridcell'].includes(role ?? '')) return 'Space';
  // Enter on the tick of an amount is for typing it.
  return element instanceof HTMLButtonElement && (role === null || role === 'button') ? 'Space' : 'Enter';
}

async function isReady(target: Locator): Promise<boolean> {
  return (await target.isVisible()) && (await target.isEnabled());
}

/** Runs in the page: whether something on it had the focus once, and nothing has it now. */
function isFocusLost(): boolean {
  const mark = globalThis as { keysHadFocus?: true };
  const { activeElement } = document;
  if (activeElement !== null && activeElement !== document.body) mark.keysHadFocus = true;
  else return mark.keysHadFocus === true;
  return false;
}

/** Whoever has pressed a key stands somewhere behind it, too. @throws Error where what was done before has taken the focus away */
async function mustStandSomewhere(page: Page, next: Locator): Promise<void> {
  const begun = Date.now();
  while (await page.evaluate(isFocusLost)) {
    if (Date.now() - begun > PATIENCE / 2) throw new Error(`Nothing has the focus, on the way to ${String(next)}.`);
    await page.evaluate(() => new Promise((settle) => requestAnimationFrame(() => settle(true))));
  }
}

/** Moves the focus to it; with `isOfList` not through the field that leads a list. @throws Error where no key leads there. */
export async function reach(target: Locator, isOfList = false): Promise<void> {
  const { keyboard } = target.page();
  const begun = Date.now();
  await target.waitFor({ state: 'visible', timeout: PATIENCE });
  while (!(await isReady(target))) {
    if (Date.now() - begun > PATIENCE) throw new Error(`${String(target)} stays disabled.`);
    await target.page().waitForFunction(() => new Promise((settle) => requestAnimationFrame(() => settle(true))));
  }
  await mustStandSomewhere(target.page(), target);
  let turned = false;
  let stops = 0;
  let arrows = 0;
  let direction: boolean | null = null;
  for (;;) {
    const place = await target.evaluate(placeOf, isOfList);
    if (place.at === 'target') return;
    if (place.at === 'group') {
      arrows += 1;
      if (arrows > MOST_ARROWS) throw new Error(`No arrow key leads to ${String(target)}.`);
      for (const arrow of place.arrows) {
        await keyboard.press(arrow);
        const next = await target.evaluate(placeOf, isOfList);
        if (next.at !== 'group' || next.id !== place.id) break;
      }
      continue;
    }
    direction ??= place.back;
    if (place.isInItem) await keyboard.press('Escape');
    await keyboard.press(direction ? 'Shift+Tab' : 'Tab');
    stops += 1;
    if (stops < MOST_STOPS) continue;
    if (turned) throw new Error(`No key leads to ${String(target)}.`);
    turned = true;
    direction = !direction;
    stops = 0;
  }
}

interface ClickOptions {
  readonly button?: 'left' | 'right' | 'middle';
  readonly modifiers?: readonly string[];
  readonly trial?: boolean;
  readonly force?: boolean;
  readonly clickCount?: number;
}

/** Runs in the page: the key of a button that is no stop of its own, because its neighbour takes that key (+ and − beside the tick of an amount). */
function shortcutOf(target: Element): string | null {
  const button = target.closest('button');
  return button?.tabIndex === -1 ? button.getAttribute('aria-keyshortcuts') : null;
}

/** Runs in the page: whether it is a file or picture that stands in a text, and whether the caret has it. */
function chosenInText(target: Element): boolean | null {
  const node = target.closest('[data-file],[data-photo]');
  if (node === null || node.closest('[contenteditable=true]') === null) return null;
  return node.closest('.ProseMirror-selectednode, [data-selected]') !== null;
}

/** Runs in the page: whether it is a link or a marked word of a text that is written in, and whether the caret stands in it. */
function caretIn(target: Element): boolean | null {
  const part = target.closest('a[href],a[data-href],[data-misspelt]');
  if (part === null || part.closest('[contenteditable=true]') === null) return null;
  const range = document.getSelection();
  // Where a link begins the caret is before it.
  return range?.anchorNode != null && part.contains(range.anchorNode) && range.anchorOffset > 0;
}

/** Walks with the caret through the text until it is there. */
async function walkInText(target: Locator, isThere: (element: Element) => boolean | null): Promise<void> {
  await reach(target.locator('xpath=ancestor::*[@contenteditable="true"][1]'));
  const { keyboard } = target.page();
  await keyboard.press('ControlOrMeta+Home');
  for (let sign = 0; sign < MOST_ARROWS; sign += 1) {
    if ((await target.evaluate(isThere)) === true) return;
    await keyboard.press('ArrowRight');
    // What is drawn by React shows that it is chosen a frame later: whoever looks sooner walks past it.
    await target
      .page()
      .evaluate(() => new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle))));
  }
  throw new Error(`The caret does not come to ${String(target)}.`);
}

/** What a click is on a part of a text: the caret in it; with the other button its menu, with Ctrl what the link leads to. */
async function clickInText(target: Locator, { button, modifiers = [] }: ClickOptions): Promise<void> {
  await walkInText(target, caretIn);
  const { keyboard } = target.page();
  if (button === 'right') await keyboard.press('Shift+F10');
  else if (modifiers.includes('ControlOrMeta')) await keyboard.press('Alt+Enter');
}

async function pressOnNeighbour(target: Locator, key: string): Promise<void> {
  const row = target.locator('xpath=ancestor::*[self::li or @role="listitem" or @role="row" or @role="group"][1]');
  await reach(row.locator(`[aria-keyshortcuts~="${key}"]:not([tabindex="-1"])`).first());
  await target.page().keyboard.press(key);
}

/** What a click is at a keyboard. */
async function clickByKeys(target: Locator, options: ClickOptions = {}): Promise<void> {
  if ((await target.evaluate(caretIn)) !== null) return clickInText(target, options);
  if ((options.modifiers ?? []).length > 0)
    throw new Error('A click with a modifier has a key of its own: tag the test @mouse.');
  // What is pressed although it is disabled takes no focus.
  if (options.force === true && (await target.isDisabled())) return;
  const shortcut = await target.evaluate(shortcutOf);
  if (shortcut !== null) return pressOnNeighbour(target, shortcut);
  if ((await target.evaluate(chosenInText)) !== null) {
    await walkInText(target, chosenInText);
    return target.page().keyboard.press('Enter');
  }
  await reach(target, options.button === 'right');
  if (options.trial === true) return;
  const key = options.button === 'right' ? 'Shift+F10' : await target.evaluate(pressOf);
  if (key !== null) await target.page().keyboard.press(key);
}

/** Runs in the page: what is typed into the parts of a date or time field, in the order of the browser's language. */
function partsOf(field: Element, value: string): string | null {
  if (!(field instanceof HTMLInputElement)) return null;
  const options: Intl.DateTimeFormatOptions | null =
    field.type === 'date'
      ? { year: 'numeric', month: '2-digit', day: '2-digit' }
      : field.type === 'time'
        ? { hour: '2-digit', minute: '2-digit' }
        : null;
  if (options === null) return null;
  const moment = new Date(field.type === 'date' ? `${value}T00:00` : `2026-01-01T${value}`);
  return new Intl.DateTimeFormat(navigator.language, options)
    .formatToParts(moment)
    .filter(({ type }) => type !== 'literal')
    .map(({ value: part }) => part)
    .join('');
}

async function fillByKeys(target: Locator, text: string): Promise<void> {
  await reach(target);
  const { keyboard } = target.page();
  const parts = text === '' ? null : await target.evaluate(partsOf, text);
  if (parts !== null) {
    // From its first part, wherever Tab came in.
    for (let part = 0; part < 4; part += 1) await keyboard.press('ArrowLeft');
    await keyboard.type(parts);
    return;
  }
  await keyboard.press('ControlOrMeta+a');
  if (text === '') await keyboard.press('Delete');
  else await keyboard.insertText(text);
}

async function choose(target: Locator, wanted: unknown): Promise<string[]> {
  await reach(target);
  const { keyboard } = target.page();
  const asked =
    typeof wanted === 'string' ? { value: wanted, label: wanted } : (wanted as { value?: string; label?: string });
  // Not found anew: the choice of a language gives the field another name.
  const field = await target.evaluateHandle((select: HTMLSelectElement) => select);
  const index = await field.evaluate(
    (select, { value, label }) =>
      [...select.options].findIndex((option) => option.value === value || option.label === label),
    asked,
  );
  if (index === -1) throw new Error(`${String(target)} has no such choice.`);
  const at = (): Promise<number> => field.evaluate((select) => select.selectedIndex);
  // One step after the other: what is chosen may be written down before the field shows it.
  for (let left = MOST_ARROWS, now = await at(); now !== index; left -= 1) {
    if (left === 0) throw new Error(`The arrow keys do not choose in ${String(target)}.`);
    await keyboard.press(now < index ? 'ArrowDown' : 'ArrowUp');
    now = await at();
  }
  return [await field.evaluate((select) => select.value)];
}

async function setChecked(target: Locator, wanted: boolean): Promise<void> {
  await reach(target);
  if ((await target.isChecked()) !== wanted) await target.page().keyboard.press('Space');
  if ((await target.isChecked()) !== wanted) throw new Error(`No key changes ${String(target)}.`);
}

const pages = new WeakSet<Page>();
let isPatched = false;

type Method = (this: Locator, ...parameters: never[]) => Promise<unknown>;

/** Of Playwright's locators there is one class, which it does not export. */
function patch(
  prototype: Record<string, Method>,
  name: string,
  byKeys: (target: Locator, ...rest: never[]) => Promise<unknown>,
): void {
  const original = prototype[name];
  if (original === undefined) throw new Error(`Playwright’s locators have no ${name}.`);
  prototype[name] = function replaced(this: Locator, ...parameters: never[]): Promise<unknown> {
    return pages.has(this.page()) ? byKeys(this, ...parameters) : original.apply(this, parameters);
  };
}

function noMouse(): never {
  throw new Error('A journey by keys has no mouse: tag the test @mouse, and say which test does the same by keys.');
}

/** From here on this page is used by keys alone. */
export function onlyByKeys(page: Page): void {
  pages.add(page);
  for (const name of ['click', 'dblclick', 'move', 'down', 'up', 'wheel'] as const) page.mouse[name] = noMouse;
  if (isPatched) return;
  isPatched = true;
  const prototype = Object.getPrototypeOf(page.locator('body')) as Record<string, Method>;
  patch(prototype, 'click', clickByKeys);
  // A picture in a text is opened by it.
  patch(prototype, 'dblclick', async (target) =>
    (await target.evaluate(chosenInText)) === null ? noMouse() : clickByKeys(target),
  );
  patch(prototype, 'dragTo', noMouse);
  patch(prototype, 'hover', (target) => reach(target));
  patch(prototype, 'focus', (target) => reach(target));
  patch(prototype, 'fill', fillByKeys);
  patch(prototype, 'clear', (target) => fillByKeys(target, ''));
  patch(prototype, 'check', (target) => setChecked(target, true));
  patch(prototype, 'uncheck', (target) => setChecked(target, false));
  patch(prototype, 'setChecked', setChecked);
  patch(prototype, 'selectOption', choose);
  patch(prototype, 'press', async (target, ...[key]: [string]) => {
    await reach(target);
    await target.page().keyboard.press(key);
  });
  patch(prototype, 'pressSequentially', async (target, ...[text]: [string]) => {
    await reach(target);
    await target.page().keyboard.type(text);
  });
}
