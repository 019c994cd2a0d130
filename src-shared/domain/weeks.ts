/** ISO weekday on which weeks begin where a language is spoken as `locale` says, 1 = Monday to 7 = Sunday. Monday where nothing is known of it. */
export function firstWeekdayOf(locale: string): number {
  // A method by now, an accessor in older engines; the type library knows neither.
  const known = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { readonly firstDay: number };
    readonly weekInfo?: { readonly firstDay: number };
  };
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
}
