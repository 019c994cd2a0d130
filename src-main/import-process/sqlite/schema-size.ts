/** Tables, indexes, views and triggers of one database; a program of the kinds that are read here has a dozen. */
export const MAX_SCHEMA_ROWS = 1000;

const PAGE_1_HEADER = 100;
const INTERIOR = 5;
const LEAF = 13;

/**
 * How many rows the schema of a database has, counted on its pages, no further than to a little above MAX_SCHEMA_ROWS; 0 where they make no sense, which SQLite will say.
 * SQLite itself takes minutes to load a schema of a hundred thousand rows, and cannot be stopped. Source: sqlite.org/fileformat2.html, "B-tree Pages".
 */
export function countSchemaRows(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint16(16) === 1 ? 65_536 : view.getUint16(16);
  let rows = 0;
  const pages = [1];
  for (let visited = 0; visited < MAX_SCHEMA_ROWS; visited += 1) {
    const page = pages.pop();
    if (page === undefined) return rows;
    const start = (page - 1) * size;
    const header = page === 1 ? PAGE_1_HEADER : start;
    if (start < 0 || header + 12 > bytes.length) continue;
    const type = bytes[header];
    const cells = view.getUint16(header + 3);
    if (type === LEAF) rows += cells;
    else if (type === INTERIOR) {
      pages.push(view.getUint32(header + 8));
      for (let cell = 0; cell < cells; cell += 1) {
        const pointer = header + 12 + 2 * cell;
        const at = pointer + 2 > bytes.length ? Infinity : start + view.getUint16(pointer);
        if (at + 4 <= bytes.length) pages.push(view.getUint32(at));
      }
    }
    if (rows + pages.length > MAX_SCHEMA_ROWS) break;
  }
  return rows + pages.length;
}
