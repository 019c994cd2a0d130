import type { Settings } from '../../src-shared/contract/app.ts';

/** Keeps the root telling the style sheet how the person wants to write; the rules stand in tokens.css. */
export function applyWriting(root: HTMLElement, { font, textSize, measure }: Settings): void {
  root.dataset['font'] = font;
  root.dataset['textSize'] = textSize;
  root.dataset['measure'] = measure;
}
