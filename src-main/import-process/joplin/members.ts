import type { Tree } from '../tree.ts';
import { isTarHeader, tarMembers, type TarMember } from './tar.ts';

/** One file of an export, by what Joplin's naming says it is. */
export interface JoplinMember extends TarMember {
  readonly role: 'item' | 'resource';
  /** 32 hexadecimal digits, lower case. */
  readonly id: string;
}

const ITEM = /(?:^|\/)([0-9a-f]{32})\.md$/i;
const RESOURCE = /(?:^|\/)resources\/([0-9a-f]{32})(?:\.[^/]{0,60})?$/i;

function memberOf(file: TarMember): JoplinMember | null {
  const resource = RESOURCE.exec(file.name)?.[1];
  if (resource !== undefined) return { ...file, role: 'resource', id: resource.toLowerCase() };
  const item = ITEM.exec(file.name)?.[1];
  return item === undefined ? null : { ...file, role: 'item', id: item.toLowerCase() };
}

/** The files of a JEX archive or of a RAW folder, in their order. Each call reads it from the beginning. @throws as `tarMembers` does */
export async function* joplinMembers(tree: Tree): AsyncGenerator<JoplinMember> {
  const [only] = tree.files;
  if (tree.container === 'file' && only !== undefined) {
    for await (const file of tarMembers(only.stream())) {
      const member = memberOf(file);
      if (member !== null) yield member;
    }
    return;
  }
  for (const file of tree.files) {
    const member = memberOf({ name: file.path, size: file.size, stream: () => file.stream() });
    if (member !== null) yield member;
  }
}

/** Files of an archive that are looked at until one is Joplin's. */
const MAX_LOOKS = 20;

/** Never throws. */
export async function isJoplinExport(tree: Tree): Promise<boolean> {
  const [only] = tree.files;
  if (only === undefined) return false;
  try {
    if (tree.container !== 'file') {
      // As deep as an export has them: below the folder that was chosen, and one that an archive may have around it.
      const items = tree.files.filter(({ path }) => ITEM.test(path) && path.split('/').length <= 3);
      for (const item of items.slice(0, MAX_LOOKS)) {
        if (item.size > 4_000_000) continue;
        const end = new TextDecoder().decode((await item.bytes(4_000_000)).subarray(-2000));
        if (/\ntype_: \d{1,2}\s*$/.test(end)) return true;
      }
      return false;
    }
    if (!isTarHeader(await only.head(512))) return false;
    let looks = 0;
    for await (const file of tarMembers(only.stream())) {
      if (memberOf(file) !== null) return true;
      looks += 1;
      if (looks >= MAX_LOOKS) break;
    }
  } catch {
    // What cannot be read is not recognised.
  }
  return false;
}
