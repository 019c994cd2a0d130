/** Tests run in Node and read a file of ours; the page itself has no Node types. */
declare module 'node:fs' {
  export function readFileSync(path: URL, encoding: 'utf8'): string;
  export function readdirSync(path: URL, options: { readonly recursive: true }): string[];
}
