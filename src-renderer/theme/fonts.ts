/** Faces that a first screen is set in: waited for, so that no word changes its face, and with it its width, before somebody's eyes. */
const FACES = ["1em 'Figtree Variable'", "1em 'Newsreader Variable'", "italic 1em 'Newsreader Variable'"] as const;

/**
 * Resolves when the faces are there, or after `patience` milliseconds: they come with the app and not over a network, and a page without them is better than none.
 * index.html asks for them before this script runs.
 */
export async function fontsReady(fonts: Pick<FontFaceSet, 'load'>, patience = 200): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    Promise.allSettled(FACES.map((face) => fonts.load(face))),
    new Promise((resolve) => (timer = setTimeout(resolve, patience))),
  ]);
  clearTimeout(timer);
}
