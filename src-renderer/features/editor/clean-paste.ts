/** Word writes a list as paragraphs that only look like one. */
function wordList(paragraph: Element): { readonly level: number; readonly ordered: boolean } | null {
  const style = paragraph.getAttribute('data-style') ?? '';
  const level = /mso-list:[^;]*level(\d+)/iu.exec(style)?.[1];
  if (level === undefined) return null;
  const bullet = paragraph.querySelector('[data-style*="mso-list:Ignore" i]')?.textContent?.trim() ?? '';
  return { level: Number(level), ordered: /^[\dA-Za-z]+[.)]/u.test(bullet) };
}

/** Makes real lists of Word's, level in level. */
function rebuildLists(document: Document): void {
  let open: { readonly element: Element; readonly level: number }[] = [];
  let last: Element | null = null;
  for (const paragraph of document.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    const list = wordList(paragraph);
    if (list === null) continue;
    if (last === null || paragraph.previousElementSibling !== last) open = [];
    open = open.filter(({ level }) => level <= list.level);
    let current = open.at(-1);
    if (current === undefined || current.level < list.level) {
      const element = document.createElement(list.ordered ? 'ol' : 'ul');
      if (current === undefined) paragraph.before(element);
      else (current.element.lastElementChild ?? current.element).append(element);
      current = { element, level: list.level };
      open.push(current);
    }
    for (const mark of paragraph.querySelectorAll('[data-style*="mso-list:Ignore" i]')) mark.remove();
    const item = document.createElement('li');
    const words = document.createElement('p');
    words.append(...paragraph.childNodes);
    item.append(words);
    current.element.append(item);
    last = open[0]?.element ?? null;
    paragraph.remove();
  }
}

/** What Google Docs and Word write as style is said with elements, which the schema reads. */
function styleToElements(document: Document): void {
  for (const span of document.querySelectorAll<HTMLElement>('span[data-style], b[data-style]')) {
    const style = span.getAttribute('data-style') ?? '';
    // Google Docs wraps everything in a bold that is none.
    if (span.tagName === 'B' && /font-weight:\s*normal/iu.test(style)) {
      span.replaceWith(...span.childNodes);
      continue;
    }
    for (const [pattern, name] of [
      [/font-weight:\s*(?:bold|[6-9]00)/iu, 'strong'],
      [/font-style:\s*italic/iu, 'em'],
      [/text-decoration[^;]*line-through/iu, 's'],
    ] as const) {
      if (!pattern.test(style)) continue;
      const element = document.createElement(name);
      element.append(...span.childNodes);
      span.append(element);
    }
  }
}

/**
 * HTML from a web page, Word or Google Docs, without what is no writing. What the schema does not know falls away with ProseMirror's own reading; here goes what
 * would otherwise be read as words (comments, styles) and what would lose its sense (lists of Word).
 */
export function cleanPastedHtml(html: string): string {
  // A style or a handler that is read as one would be applied, and the page's policy would refuse and report it: Chromium does so in a document without a
  // window too.
  const inert = html
    .replaceAll(/<style\b[\s\S]*?<\/style>/giu, '')
    .replaceAll(/<[a-z][^>]*>/giu, (tag) =>
      tag.replaceAll(/(\s)style(\s*=)/giu, '$1data-style$2').replaceAll(/(\s)(on[a-z]+=)/giu, '$1data-$2'),
    );
  const document = new DOMParser().parseFromString(inert, 'text/html');
  rebuildLists(document);
  for (const element of document.querySelectorAll(
    'script, style, meta, link, title, template, noscript, svg, iframe, object, o\\:p, xml',
  )) {
    element.remove();
  }
  styleToElements(document);
  for (const link of document.querySelectorAll('a[href]')) {
    if (!/^(?:https?|mailto):/iu.test(link.getAttribute('href') ?? '')) link.replaceWith(...link.childNodes);
  }
  for (const element of document.querySelectorAll('[data-style]')) element.removeAttribute('data-style');
  return document.body.innerHTML;
}
