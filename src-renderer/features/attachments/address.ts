const SCHEME = 'attachment:';

/** What stands in a text for a file of the vault's own. */
export function addressOf(id: string): string {
  return SCHEME + id;
}

/** The id of the vault's own file that an address names; null: it names something else. */
export function attachmentIdOf(address: string): string | null {
  const id = address.startsWith(SCHEME) ? address.slice(SCHEME.length) : '';
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u.test(id) ? id : null;
}

/** What a picture is called before anybody has described it: its file's name, without what a camera numbers. */
export function altOf(name: string): string {
  const stem = name.replace(/\.[^.]*$/u, '');
  return /^(?:img|dsc|dscn|pxl|image|photo|screenshot|bild)?[\s\d_().-]*$/iu.test(stem) ? '' : stem;
}
