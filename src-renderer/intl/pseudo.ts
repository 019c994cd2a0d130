import { pseudoCatalogue } from '../../src-shared/intl/pseudo.ts';
import { en } from './en.ts';

/** For QA: src-shared/intl/pseudo.ts. */
export const pseudo = pseudoCatalogue(en);
