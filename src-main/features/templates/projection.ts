import { namedTextProjection } from '../named-texts.ts';

export const TEMPLATE_RECORD = 'template';

export const templateProjection = namedTextProjection(TEMPLATE_RECORD, 'template');
