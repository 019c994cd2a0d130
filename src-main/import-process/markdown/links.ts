/** A link of a note to something beside it. */
export interface LocalLink {
  /** Shown in its place, rather than linked to. */
  readonly isEmbed: boolean;
  /** A path or name, as it is spelled, without what stands behind `|`. */
  readonly target: string;
  /** What it says; empty: nothing of its own. */
  readonly words: string;
}

/** A fence's beginning, and its end. */
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Changes a text everywhere but in its code. */
export function outsideCode(text: string, change: (part: string) => string): string {
  const parts: string[] = [];
  let open: string | null = null;
  let from = 0;
  const flush = (to: number, isCode: boolean): void => {
    const part = text.slice(from, to);
    parts.push(isCode ? part : betweenCode(part, change));
    from = to;
  };
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    const next = end === -1 ? text.length : end + 1;
    const fence = FENCE.exec(text.slice(at, Math.min(next, at + 200)))?.[1];
    if (fence !== undefined) {
      if (open === null) {
        flush(at, false);
        open = fence;
      } else if (fence.startsWith(open)) {
        flush(next, true);
        open = null;
      }
    }
    at = next;
  }
  flush(text.length, open !== null);
  return parts.join('');
}

const CODE_SPAN = /``[^`\n]*``|`[^`\n]*`/g;

function betweenCode(text: string, change: (part: string) => string): string {
  const parts: string[] = [];
  let from = 0;
  // Between most spans of code stand plain words.
  const changed = (words: string): string => (/[[<^]/.test(words) ? change(words) : words);
  for (const code of text.matchAll(CODE_SPAN)) {
    parts.push(changed(text.slice(from, code.index)), code[0]);
    from = code.index + code[0].length;
  }
  parts.push(changed(text.slice(from)));
  return parts.join('');
}

const WIKI = /(!?)\[\[([^[\]\n]{1,1000})\]\]/g;
const LINK =
  /(!?)\[((?:\\.|[^[\]\\\n]){0,1000})\]\((<[^<>\n]{1,1000}>|(?:[^\s()<>]|\([^\s()<>]{0,300}\)){1,1000})(?: +(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?\)/g;
const IMAGE = /<img\b([^<>]{0,1000})>/gi;
const SCHEME = /^[a-z][a-z\d+.-]*:|^\/\//i;
const SIZE = /^\d{1,5}(?:x\d{1,5})?$/;

/** Gives each link to something beside the note another form; what leads elsewhere stays. Not for code. */
export function replaceLinks(text: string, replace: (link: LocalLink, whole: string) => string): string {
  return text
    .replace(WIKI, (whole, mark: string, inner: string) => {
      const [target = '', ...more] = inner.split('|');
      const words = more.filter((part) => !SIZE.test(part.trim())).join(' ');
      return replace({ isEmbed: mark === '!', target: target.trim().replace(/\\$/, ''), words: words.trim() }, whole);
    })
    .replace(LINK, (whole, mark: string, label: string, address: string) => {
      const target = address.startsWith('<') ? address.slice(1, -1) : address;
      if (SCHEME.test(target) || target.startsWith('#')) return whole;
      const words = label.replace(/(?:^|\|)\d{1,5}(?:x\d{1,5})?$/, '').replaceAll(/\\([[\]\\])/g, '$1');
      return replace(
        { isEmbed: mark === '!', target, words: mark === '!' ? words : label.replaceAll(/\\([[\]\\])/g, '$1') },
        whole,
      );
    })
    .replace(IMAGE, (whole, attributes: string) => {
      const target = attributeOf(attributes, 'src');
      if (target === '' || SCHEME.test(target)) return whole;
      return replace({ isEmbed: true, target, words: attributeOf(attributes, 'alt') }, whole);
    });
}

function attributeOf(attributes: string, name: 'src' | 'alt'): string {
  const pattern = name === 'src' ? /\bsrc=(?:"([^"]*)"|'([^']*)')/i : /\balt=(?:"([^"]*)"|'([^']*)')/i;
  const match = pattern.exec(attributes);
  return (match?.[1] ?? match?.[2] ?? '').trim();
}

/** A link to another note, as its program shows it: `Note > Heading`. */
export function readableTarget(target: string): string {
  let plain = target;
  try {
    plain = decodeURIComponent(target);
  } catch {
    // A percent sign of its own.
  }
  const [path = '', ...places] = plain.split('#');
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
  const heads = places.filter((place) => place !== '' && !place.startsWith('^'));
  return [name, ...heads].filter((part) => part !== '').join(' > ');
}

/** Whether a link leads to a note rather than to a file: by its ending, or by having none. */
export function leadsToNote(target: string): boolean {
  const path = target.split('#')[0]!;
  return path === '' || /\.(?:md|markdown|canvas|base|excalidraw)$/i.test(path) || !/\.[a-z\d]{1,6}$/i.test(path);
}

const CALLOUT = /^((?:[ \t]{0,12}>){1,10}[ \t]*)\[!([\w-]{1,40})(?:\|[^\]\n]{0,100})?\][+-]?[ \t]*(.*)$/gm;
const BLOCK_ID = /(?:^|[ \t])\^[A-Za-z\d-]{1,60}[ \t]*$/gm;

/** What only Obsidian understands, as everybody reads it: a callout is a quote with its title in bold; names of blocks go. Not for code. */
export function plainMarkdown(text: string): string {
  return text
    .replace(CALLOUT, (_line, quote: string, kind: string, title: string) => {
      const words =
        title.trim() === '' ? `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}` : title.trim();
      return `${quote.trimEnd()} **${words.replaceAll('**', '')}**`;
    })
    .replace(BLOCK_ID, '');
}
