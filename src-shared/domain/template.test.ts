import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURSOR, expandTemplate, TEMPLATE_FIELDS } from './template.ts';

const named = (field: string): string => `<${field}>`;

describe('a template', () => {
  it('asks for what it names, in any case and with spaces', () => {
    expect(expandTemplate('## {{weekday}}, {{ Date }}\n{{TIME}}', named)).toBe('## <weekday>, <date>\n<time>');
  });

  it('keeps what is no field', () => {
    const text = '{{dates}} {{}} {date} {{ date } }} {{da te}} {{\ndate}}';
    expect(expandTemplate(text, named)).toBe(text);
  });

  it('has one place for the caret', () => {
    expect(expandTemplate('a {{cursor}} b {{cursor}} c', named)).toBe(`a ${CURSOR} b  c`);
    expect(expandTemplate(`a${CURSOR}`, named)).toBe('a');
  });

  it('leaves any text without fields as it is, and never asks for what a value says', () => {
    const parts = fc.array(fc.oneof(fc.string(), fc.constantFrom(...TEMPLATE_FIELDS, '{{', '}')));
    fc.assert(
      fc.property(parts, (words) => {
        const text = words.join('').replaceAll(CURSOR, '').replaceAll('}}', '} }');
        expect(expandTemplate(text, named)).toBe(text);
        expect(expandTemplate(`{{date}}${text}`, () => '{{time}}')).toBe(`{{time}}${text}`);
      }),
    );
  });
});
