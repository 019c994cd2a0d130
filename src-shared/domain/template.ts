/** What a template may ask for, between double braces: `{{date}}`. */
export const TEMPLATE_FIELDS = [
  'date',
  'weekday',
  'time',
  'day',
  'month',
  'year',
  'week',
  'yesterday',
  'tomorrow',
  'prompt',
  'cursor',
] as const;
export type TemplateField = (typeof TEMPLATE_FIELDS)[number];

const FIELD = /\{\{[ \t]*([\p{L}-]+)[ \t]*\}\}/gu;

/**
 * A sign of the private use area where the caret is to stand. Whoever puts the text on a page takes it out again.
 */
export const CURSOR = '\u{E0C5}';

/**
 * The text that a template begins with. Case and spaces within the braces do not matter; what is no field stays as it was written. Only the first `{{cursor}}` is
 * one; where there is none, the caret belongs behind the text.
 */
export function expandTemplate(body: string, valueOf: (field: Exclude<TemplateField, 'cursor'>) => string): string {
  let hasCursor = false;
  return body.replaceAll(CURSOR, '').replaceAll(FIELD, (whole, name: string) => {
    const field = TEMPLATE_FIELDS.find((each) => each === name.toLowerCase());
    if (field === undefined) return whole;
    if (field !== 'cursor') return valueOf(field);
    const isFirst = !hasCursor;
    hasCursor = true;
    return isFirst ? CURSOR : '';
  });
}
