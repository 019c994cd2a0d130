import { namedTextProjection } from '../named-texts.ts';

export const SAVED_SEARCH_RECORD = 'saved-search';

export const savedSearchProjection = namedTextProjection(SAVED_SEARCH_RECORD, 'saved_search');
