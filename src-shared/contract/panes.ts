import { z } from 'zod';
import { PANE_WIDTHS } from '../domain/panes.ts';

const widthOf = ({ least, most }: { readonly least: number; readonly most: number }) => z.int().min(least).max(most);

/** `Panes` of the domain. Known before the vault is open, so that nothing moves when it does; it says nothing of what is in it. */
export const panesSchema = z.strictObject({
  sidebar: z.strictObject({ open: z.boolean().nullable(), width: widthOf(PANE_WIDTHS.sidebar) }),
  list: z.strictObject({ open: z.boolean(), width: widthOf(PANE_WIDTHS.list) }),
  aside: z.strictObject({ open: z.boolean(), width: widthOf(PANE_WIDTHS.aside) }),
});
