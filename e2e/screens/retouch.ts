import type { Page } from '@playwright/test';

/** What a text of a run is called in every picture of it: a pattern, and what stands in its place. */
export type Retouch = readonly [pattern: RegExp, text: string];

/** In the place of a recovery key, which is another one in each run. No key: it has no check sign. */
const KEY_GROUPS = ['ABCD', 'EFGH', 'JKMN', 'PQRS', 'TVWX', 'YZ23', '4567'];

/** The share that work is shown at, whenever the picture happens to be taken. */
const SHARE = 0.4;

/** Everything that is another one in each run of `npm run screens`: folders, ports, and the minutes that the clock of the app has gone on. */
const RETOUCHES: readonly Retouch[] = [
  [/\/\S*daygrove-screens-[^/\s]+\/Downloads/gu, '/home/you/Downloads'],
  [/\/\S*daygrove-screens-profiles-[^/\s]+\/stick/gu, '/media/you/stick'],
  [/\/\S*daygrove-screens-profiles-[^/\s]+\/[\w-]+/gu, '/home/you/.config/Daygrove'],
  [/(?<=127\.0\.0\.1:)\d+/gu, '8787'],
  [/\b(0?8:)3\d\b/gu, '$130'],
];

/**
 * Takes a picture of a page on which all that is by chance is always the same, so that only what really changed makes another picture. It is on the page for the time of
 * the picture alone.
 */
export async function retouched<T>(page: Page, picture: () => Promise<T>): Promise<T> {
  await page.evaluate(
    ({ rules, groups, share }) => {
      const patterns = rules.map(({ source, flags, text }) => [new RegExp(source, flags), text] as const);
      const texts = new Map<Text, { own: string; shown: string }>();
      const fields = new Map<HTMLInputElement, string>();
      const bars = new Map<HTMLProgressElement, number>();
      const other = (text: string): string => patterns.reduce((all, [pattern, to]) => all.replace(pattern, to), text);
      const show = (node: Text, shown: string): void => {
        const known = texts.get(node);
        if (node.data === shown) return;
        // Drawn anew meanwhile: this is what the page wants to have there.
        texts.set(node, { own: node.data === known?.shown ? known.own : node.data, shown });
        node.data = shown;
      };
      const touch = (): void => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) show(walker.currentNode as Text, other((walker.currentNode as Text).data));
        for (const [index, item] of document.querySelectorAll('[data-testid="recovery-key"] li').entries()) {
          if (item.firstChild instanceof Text) show(item.firstChild, groups[index] ?? '');
        }
        for (const input of document.querySelectorAll('input')) {
          const shown = other(input.value);
          if (input.type === 'file' || shown === input.value) continue;
          fields.set(input, input.value);
          input.value = shown;
        }
        for (const bar of document.querySelectorAll('progress')) {
          if (!bar.hasAttribute('value') || bar.value === share * bar.max) continue;
          bars.set(bar, bar.value);
          bar.value = share * bar.max;
          const words = bar.nextElementSibling?.firstChild;
          const total = words instanceof Text ? /[\d.,]+(?=\D*$)/u.exec(words.data)?.[0] : undefined;
          if (words instanceof Text && total !== undefined) {
            const done = Math.round(Number(total.replaceAll(/\D/gu, '')) * share);
            show(words, words.data.replace(/[\d.,]+/u, done.toLocaleString(document.documentElement.lang)));
          }
        }
      };
      touch();
      const observer = new MutationObserver(touch);
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: ['value'],
      });
      Object.assign(window, {
        endRetouch: () => {
          observer.disconnect();
          for (const [node, { own, shown }] of texts) if (node.data === shown) node.data = own;
          for (const [input, value] of fields) input.value = value;
          for (const [bar, value] of bars) bar.value = value;
        },
      });
    },
    {
      rules: RETOUCHES.map(([{ source, flags }, text]) => ({ source, flags, text })),
      groups: KEY_GROUPS,
      share: SHARE,
    },
  );
  try {
    return await picture();
  } finally {
    await page.evaluate(() => (window as unknown as { endRetouch(): void }).endRetouch());
  }
}
