import { html, Tokenizer, TokenizerMode, type Token } from 'parse5';

const RAW = new Set(['style', 'xmp', 'iframe', 'noembed', 'noframes']);
const BREAKS_LINE = /^(?:br|hr|p|div|li|tr|h[1-6]|blockquote|pre|ul|ol|table|section|article|header|footer)$/;

/** The words of a page, tag by tag and with nothing built of them: takes any text, in a time that grows with its length. */
export function textOfHtml(source: string): string {
  let text = '';
  let silent: string | null = null;
  const add = ({ chars }: Token.CharacterToken): void => {
    if (silent === null) text += chars;
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onComment: () => {},
      onDoctype: () => {},
      onEof: () => {},
      onCharacter: add,
      onNullCharacter: () => {},
      onWhitespaceCharacter: add,
      onStartTag: ({ tagName }) => {
        if (BREAKS_LINE.test(tagName)) text += '\n';
        if (tagName === 'script') tokenizer.state = TokenizerMode.SCRIPT_DATA;
        else if (RAW.has(tagName)) tokenizer.state = TokenizerMode.RAWTEXT;
        else if (tagName === 'title' || tagName === 'textarea') tokenizer.state = TokenizerMode.RCDATA;
        else return;
        silent = tagName;
      },
      onEndTag: ({ tagName }) => {
        if (tagName === silent) silent = null;
        if (BREAKS_LINE.test(tagName) && tagName !== html.TAG_NAMES.BR) text += '\n';
      },
    },
  );
  tokenizer.write(source, true);
  return text
    .split('\n')
    .map((line) => line.replace(/[ \t\u00A0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A text as Markdown that says nothing but its words. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|]|&(?=[#A-Za-z])/g, '\\$&')
    .replace(/^([ \t]*)([#+=-])/gm, '$1\\$2')
    .replace(/^([ \t]*\d{1,9})([.)])/gm, '$1\\$2');
}
