/** Longer ones are cut or refused by browsers and by Windows, and nobody could read one before saying yes. */
const MAX_ADDRESS_LENGTH = 8192;

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
  return url.href.length > MAX_ADDRESS_LENGTH ? null : url.href;
}
