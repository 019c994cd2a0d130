export type Paper = 'A4' | 'letter';

/** Where paper is US Letter, by CLDR 48 (`supplemental/measurementData`); everywhere else it is A4. */
const LETTER = new Set(['BZ', 'CA', 'CL', 'CO', 'CR', 'GT', 'MX', 'NI', 'PA', 'PH', 'PR', 'SV', 'US', 'VE']);

/** The paper that lies in a printer there. @param locale BCP 47; without a region it is the region where its language is mostly spoken */
export function paperOf(locale: string): Paper {
  return LETTER.has(new Intl.Locale(locale).maximize().region ?? '') ? 'letter' : 'A4';
}
