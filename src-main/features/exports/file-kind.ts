import type { ExportSkipItem } from '../../../src-shared/contract/exports.ts';

/** What a person would call a file. @param type a media type */
export function fileKind(type: string): NonNullable<ExportSkipItem['file']> {
  const [family = '', kind = ''] = type.toLowerCase().split('/');
  if (family === 'image') return 'picture';
  if (family === 'video') return 'video';
  if (family === 'audio') return 'recording';
  return kind === 'pdf' ? 'pdf' : 'file';
}
