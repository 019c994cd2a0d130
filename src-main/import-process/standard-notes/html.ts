/** Text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text behind a name; empty where there is none. */
export function textIn(object: Readonly<Record<string, unknown>>, name: string): string {
  const value = object[name];
  return typeof value === 'string' ? value : '';
}

/** Objects of an array behind a name. */
export function objectsIn(
  object: Readonly<Record<string, unknown>>,
  name: string,
): Readonly<Record<string, unknown>>[] {
  const value = object[name];
  return Array.isArray(value) ? value.filter((part) => isObject(part)) : [];
}
