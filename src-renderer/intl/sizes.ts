const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** `1.4 MB`: bytes in the unit that needs the fewest digits, in thousands, as systems show them. */
export function fileSize(locale: string, bytes: number): string {
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[step]!,
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 2 ? 1 : 0,
  }).format(bytes / 1000 ** step);
}
