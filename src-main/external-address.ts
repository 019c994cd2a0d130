/** The address as the browser would get it, or null where it is not one that may leave the app. */
export function externalAddress(text: string): string | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  // A name and password in an address dress one host up as another: https://bank.example@evil.example.
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return url.href;
}
