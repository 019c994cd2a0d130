/** What a line has to know of the text around it. */
export interface MarkdownContext {
  /** Where the line begins in its chunk, and where in the line its own text begins, behind quote marks and list markers. */
  readonly lineAt: number;
  readonly contentAt: number;
  /** The last `@` and `>` of the chunk. */
  readonly lastAt: number;
  readonly lastGreater: number;
  readonly document: {
    readonly hasRawTilde: boolean;
    /** There is a line that could be the second one of a table. */
    readonly hasTableRow: boolean;
  };
}

export type UnescapedLine =
  | { readonly type: 'done'; readonly line: string }
  /** Something begins here that may reach beyond the line: what follows must stay as it is. */
  | { readonly type: 'open'; readonly line: string }
  /** Backticks without a partner on the line: what is code here takes a parser. */
  | { readonly type: 'unpaired-code' };

/** The whole tail of a link without a title, spaces or quotes in it. */
const LINK_TAIL = /\]\((?:[^()\\\s<>"'`]|\\[^\s]|\((?:[^()\\\s<>"'`]|\\[^\s])*\))*\)/y;
const AUTOLINK = /<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>/y;
const PUNCTUATION = /[!-/:-@[-`{-~]/;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Takes the needless backslashes out of one line of text that is in no code block. */
export function unescapeLine(line: string, context: MarkdownContext): UnescapedLine {
  const facts = factsOf(line, context);
  let result = '';
  let at = 0;
  while (at < line.length) {
    const character = line[at]!;
    const next = line[at + 1];
    let end = at + 1;
    if (character === '\\' && next !== undefined && PUNCTUATION.test(next)) {
      result += canStandAlone(line, at, facts, context) ? next : `\\${next}`;
      at += 2;
      continue;
    }
    if (character === '`') {
      const codeEnd = endOfCode(line, at);
      if (codeEnd === null) return { type: 'unpaired-code' };
      end = codeEnd;
    } else if (character === ']' && next === '(') {
      const tail = matchAt(LINK_TAIL, line, at);
      if (tail === null) return { type: 'open', line: result + line.slice(at) };
      end = at + tail.length;
    } else if (character === '<') {
      const autolink = matchAt(AUTOLINK, line, at);
      if (autolink === null && beginsTag(next, at, context)) return { type: 'open', line: result + line.slice(at) };
      end = at + (autolink?.length ?? 1);
    }
    result += line.slice(at, end);
    at = end;
  }
  return { type: 'done', line: result };
}

/** Index behind the code that begins at `at`; null where its backticks have no partner on the line. */
function endOfCode(line: string, at: number): number | null {
  const length = /^`+/.exec(line.slice(at))![0].length;
  for (const run of line.slice(at + length).matchAll(/`+/g)) {
    if (run[0].length === length) return at + length + run.index + length;
  }
  return null;
}

/** Whether `<` with this character behind it can begin a tag, a comment or (with `@` and `>` still to come) a mail address. */
function beginsTag(next: string | undefined, at: number, { lineAt, lastAt, lastGreater }: MarkdownContext): boolean {
  if (next === undefined) return false;
  if (/[A-Za-z/!?]/.test(next)) return true;
  return /[^\s<>]/.test(next) && lastAt > lineAt + at && lastGreater > lineAt + at;
}

interface LineFacts {
  /** Where the characters end of which rules, underlines and rows of tables are made. */
  readonly markEnd: number;
  readonly firstWord: number;
  readonly plainBrackets: ReadonlySet<number>;
}

function factsOf(line: string, { contentAt }: MarkdownContext): LineFacts {
  const content = line.slice(contentAt);
  const firstWord = content.search(/[\p{L}\p{N}]/u);
  return {
    markEnd: contentAt + /^[-:|+*_= \t\\]*/.exec(content)![0].length,
    firstWord: firstWord === -1 ? line.length : contentAt + firstWord,
    plainBrackets: plainBrackets(line),
  };
}

/**
 * The places of escaped brackets (`\[sic\]`) that make a pair of plain ones: nothing before, behind or in them that could make
 * a link, a picture, a footnote, a box to tick or a wiki link of them.
 */
function plainBrackets(line: string): ReadonlySet<number> {
  const places = new Set<number>();
  for (const pair of line.matchAll(/(?<![\]![\\])\\\[(?:[^[\]`<^\\]|\\[^[\]^`<])+\\\](?!\\?[([:{])/g)) {
    if (/^[ xX]$/.test(pair[0].slice(2, -2))) continue;
    places.add(pair.index);
    places.add(pair.index + pair[0].length - 2);
  }
  return places;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || character === ' ' || character === '\t';
}

/** Whether the character that the backslash at `at` escapes means the same without it. */
function canStandAlone(line: string, at: number, facts: LineFacts, context: MarkdownContext): boolean {
  const before = line[at - 1];
  const after = line[at + 2];
  // Two characters that were kept apart may be something together: `<!`, here and below `&#`, `](`, `[^`.
  if (before === '<') return false;
  const atStart = at === context.contentAt;
  const behindWords = facts.firstWord < at;
  switch (line[at + 1]) {
    case '.':
    case ')':
      return !(isSpace(after) && /^\d{1,9}$/.test(line.slice(context.contentAt, at)));
    case '(':
      return before !== ']';
    case '!':
      return after !== '[' && !(after === '\\' && line[at + 3] === '[');
    case '[':
    case ']':
      return facts.plainBrackets.has(at);
    case '-':
      // A list, a rule, the underline of a heading, the second row of a table.
      return isWord(after) || facts.markEnd < at;
    case ':':
      return before !== ']' && (isWord(after) || facts.markEnd < at);
    case '+':
      return isWord(after) || !atStart;
    case '#':
      // `# Heading \#` would lose the last one.
      return before !== '&' && (isWord(after) || isWord(before));
    case '>':
      return !atStart;
    case '=':
      return behindWords && before !== '=' && after !== '=' && after !== '\\';
    case '*':
      return behindWords && isSpace(before) && isSpace(after);
    case '_':
      return behindWords && ((isWord(before) && isWord(after)) || (isSpace(before) && isSpace(after)));
    case '~':
      // "About": where a strikethrough could begin, in a text where none can end.
      return !context.document.hasRawTilde && isSpace(before) && isWord(after);
    case '|':
      return !context.document.hasTableRow;
    case '<':
      return after !== '\\' && !beginsTag(after, at, context);
    case '&':
      return !/^(?:\\?#|[A-Za-z0-9]{1,40}\\?;)/.test(line.slice(at + 2, at + 50));
    case ';':
      return !/&[#A-Za-z0-9\\]{1,40}$/.test(line.slice(Math.max(0, at - 42), at));
    case '^':
      return before !== '[';
    case '\\':
      return isWord(after) || after === ' ';
    case '`':
      return false;
    default:
      return true;
  }
}
