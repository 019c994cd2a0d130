import { stringify } from 'yaml';

/** The properties of a note as YAML between its fences. What is null, empty or false is left out. */
export function frontMatter(properties: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(properties).filter(
    ([, value]) => value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  // One line a value: readers of front matter are not all readers of YAML.
  return `---\n${stringify(Object.fromEntries(given), { lineWidth: 0, schema: 'yaml-1.1', defaultStringType: 'PLAIN' })}---\n`;
}
