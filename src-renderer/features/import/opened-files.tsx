import { useEffect } from 'react';
import { useImports, useModel, useRoute } from '../../shell/model-context.tsx';
import { isAtWork } from './import-store.ts';
import { useOpenedFile } from './use-opened-file.ts';

/** In the open vault: a file that was opened with the app leads to where its kind is taken in, as soon as nothing else is open. */
export function OpenedFiles() {
  const { imports, route } = useModel();
  const archive = useOpenedFile('archive');
  const backup = useOpenedFile('backup');
  const isFree = useRoute(({ overlay }) => overlay === null);
  const isImporting = useImports(({ stage }) => isAtWork(stage));

  useEffect(() => {
    if (!isFree) return;
    if (archive !== null && !isImporting) {
      const file = archive.take();
      route.setState({ overlay: { type: 'import' } });
      void imports.choose([{ file, path: file.name }]);
    } else if (backup !== null) {
      route.setState({ overlay: { type: 'restore', file: backup.take() } });
    }
  }, [archive, backup, imports, isFree, isImporting, route]);
  return null;
}
