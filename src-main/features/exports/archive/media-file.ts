const EXTENSION = /\.([A-Za-z0-9]{1,8})$/u;

/** Media types whose files shrink; others are packed already. */
const NOT_PACKED =
  /^(?:text\/|application\/(?:json|xml|javascript|rtf|x-sh)|image\/(?:svg|bmp|x-|tiff)|audio\/(?:wav|x-wav|wave|aiff|x-aiff|basic)|font\/ttf)/u;

/** Where the file of an attachment lies in an archive. Of what the person called it only the ending is taken: names may be of any shape and need not differ. */
export function mediaPath(id: string, name: unknown): string {
  const [, extension = 'bin'] = (typeof name === 'string' ? EXTENSION.exec(name) : null) ?? [];
  return `media/${id}.${extension.toLowerCase()}`;
}

/** Whether deflating it again would only cost time. */
export function isPacked(type: unknown): boolean {
  return typeof type === 'string' && !NOT_PACKED.test(type) && /^(?:image|audio|video|application|font)\//u.test(type);
}
