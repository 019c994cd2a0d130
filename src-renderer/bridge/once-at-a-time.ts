/** Runs a question one at a time: asked again while it runs, it runs once more behind, however often it was asked. */
export function onceAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  return () => {
    again = true;
    running ??= (async () => {
      while (again) {
        again = false;
        await run();
      }
      running = null;
    })();
    return running;
  };
}
