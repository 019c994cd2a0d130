/** Of our links. */
export const LINK_SCHEME = 'daygrove';

/** The link that leads to a habit. An id is random: it tells nothing of the habit. Read again by place-link.ts, which the page has not got: it needs the schemas. */
export function habitLink(id: string): string {
  return `${LINK_SCHEME}://habit/${id}`;
}
