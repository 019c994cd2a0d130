import type { Say } from '../../intl/language.ts';

const NAMES = ['evening', 'morning', 'three', 'week', 'walk', 'dream'] as const;

export interface BuiltInTemplate {
  readonly id: string;
  readonly name: string;
  readonly body: string;
}

/** A field as templates write it: the catalogue's own braces mean something else. */
const field = (name: string): string => `{{${name}}}`;

/** Those that everybody has, in the page's language. */
export function builtInTemplates(say: Say): BuiltInTemplate[] {
  return NAMES.map((name) => ({
    id: name,
    name: say(`templates.builtIn.${name}.name`),
    body: say(`templates.builtIn.${name}.body`, {
      cursor: field('cursor'),
      time: field('time'),
      week: field('week'),
      weekday: field('weekday'),
    }),
  }));
}
