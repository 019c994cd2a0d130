import type { ElementContent } from 'hast';
import type { ExportedFile } from '../vault-content.ts';

interface PicturePlace {
  readonly file: ExportedFile;
  readonly alt: string;
  readonly address: string;
  /** Where it is put in; elsewhere it is drawn again from there. */
  readonly isFirst: boolean;
}

/** Of a picture whose sides nobody has measured. It is fitted in whole, whatever it is. */
const UNKNOWN = { width: 800, height: 600 };

/** A picture that stands in several places of one document, whose bytes it holds once. HTML has no way to show an `img` again; SVG draws what it names. */
export function picturePlace({ file, alt, address, isFirst }: PicturePlace): ElementContent {
  const { width, height } =
    file.width === null || file.height === null ? UNKNOWN : { width: file.width, height: file.height };
  const id = `p-${file.id}`;
  const drawing: ElementContent = isFirst
    ? { type: 'element', tagName: 'image', properties: { id, href: address, width, height }, children: [] }
    : { type: 'element', tagName: 'use', properties: { href: `#${id}` }, children: [] };
  return {
    type: 'element',
    tagName: 'svg',
    properties: {
      className: ['picture'],
      role: 'img',
      ariaLabel: alt,
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      width,
      height,
      preserveAspectRatio: 'xMinYMid meet',
    },
    children: [drawing],
  };
}
