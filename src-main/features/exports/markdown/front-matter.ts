import { stringify } from 'yaml';

/** A day or a time of ours. It stands without quotes, which is how readers of front matter know one. */
export class Moment {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** The properties of a note as YAML between its fences, that readers of YAML 1.1 and 1.2 take for the same. What is null, empty or false is left out. */
export function frontMatter(properties: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(properties)
    .filter(
      ([, value]) => value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
    )
    .map(([name, value]) =>
      value instanceof Moment
        ? `${name}: ${value.text}\n`
        : // One line a value: readers of front matter are not all readers of YAML.
          stringify({ [name]: value }, { lineWidth: 0, schema: 'yaml-1.1' }),
    );
  return `---\n${lines.join('')}---\n`;
}
