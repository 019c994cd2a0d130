import type { ExportSelection } from '../../../src-shared/contract/exports.ts';

export const SPANS = ['everything', 'this-year', 'last-year', 'this-month', 'days'] as const;
export type Span = (typeof SPANS)[number];

/** What is chosen in the dialog. `from` and `to` are as the fields hold them: empty is no bound. */
export interface ChosenTime {
  readonly span: Span;
  readonly from: string;
  readonly to: string;
}

type Range = Pick<ExportSelection, 'from' | 'to'>;

/** The days of a choice; null: it is none, because it ends before it begins. */
export function rangeOf({ span, from, to }: ChosenTime, today: string): Range | null {
  const year = Number(today.slice(0, 4));
  switch (span) {
    case 'everything':
      return { from: null, to: null };
    case 'this-year':
      return { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` };
    case 'last-year':
      return { from: `${String(year - 1)}-01-01`, to: `${String(year - 1)}-12-31` };
    case 'this-month': {
      const month = today.slice(0, 7);
      const last = new Date(Date.UTC(year, Number(today.slice(5, 7)), 0)).getUTCDate();
      return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` };
    }
    case 'days':
      if (from !== '' && to !== '' && to < from) return null;
      return { from: from === '' ? null : from, to: to === '' ? null : to };
  }
}
