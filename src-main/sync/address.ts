/** How libSQL itself reads an address: paths are appended to it as it stands. @returns null where it is none that we would send a token to. */
export function syncAddress(url: string): string | null {
  let parsed: URL;
  try {
    parsed = new URL(url.trim());
  } catch {
    return null;
  }
  if (parsed.username !== '' || parsed.password !== '' || parsed.hash !== '' || parsed.search !== '') return null;
  const isThisMachine = ['127.0.0.1', '[::1]', 'localhost'].includes(parsed.hostname);
  const scheme = parsed.protocol === 'libsql:' ? 'https:' : parsed.protocol;
  if (scheme !== 'https:' && !(scheme === 'http:' && isThisMachine)) return null;
  if (parsed.hostname === '') return null;
  return `${scheme}//${parsed.host}${parsed.pathname.replace(/\/+$/u, '')}`;
}
