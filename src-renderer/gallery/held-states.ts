const HELD = [':hover', ':focus-visible', ':active'] as const;

function heldSelector(selector: string): string {
  return HELD.reduce((text, state) => text.replaceAll(state, `[data-held~='${state.slice(1)}']`), selector);
}

function copyInto(rules: CSSRuleList, into: CSSStyleSheet | CSSGroupingRule): void {
  // The list grows while it is copied from.
  const present = Array.from(rules);
  for (const rule of present) {
    if (rule instanceof CSSStyleRule && HELD.some((state) => rule.selectorText.includes(state))) {
      into.insertRule(`${heldSelector(rule.selectorText)} { ${rule.style.cssText} }`, into.cssRules.length);
    } else if (rule instanceof CSSGroupingRule && !(rule instanceof CSSStyleRule)) {
      copyInto(rule.cssRules, rule);
    }
  }
}

/** From here on `data-held="hover"` looks as if a pointer were there, and likewise for `focus-visible` and `active`: a picture has no pointer. */
export function holdStates(document: Document): void {
  for (const sheet of document.styleSheets) copyInto(sheet.cssRules, sheet);
}

/** The other looks that browsers force: the rules written for them are taken for the page, with colours of one such theme. */
export function forceColours(document: Document): void {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSMediaRule && rule.media.mediaText.includes('forced-colors: active'))
        rule.media.mediaText = 'all';
    }
  }
  document.documentElement.dataset['forced'] = '';
}
