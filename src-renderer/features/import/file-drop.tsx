import { useEffect } from 'react';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { droppedEntries, gatherFiles, mayBringImport } from './chosen-files.ts';
import styles from './file-drop.module.css';
import { isAtWork } from './import-store.ts';

function holdsFiles(event: DragEvent): event is DragEvent & { readonly dataTransfer: DataTransfer } {
  return event.dataTransfer?.types.includes('Files') === true;
}

/**
 * Files that are dropped on the window, wherever no text takes them: what may be an import opens its dialog, everything else is refused. Left alone, a browser's window
 * would show the file in the place of the app.
 */
export function FileDrop() {
  const { imports, route, session } = useModel();
  const { say } = useLanguage();

  useEffect(() => {
    const root = document.documentElement;
    const show = (isShown: boolean): void => {
      if (isShown) root.dataset['fileDrop'] = '';
      else delete root.dataset['fileDrop'];
    };
    const isWanted = ({ dataTransfer }: DragEvent & { readonly dataTransfer: DataTransfer }): boolean => {
      const { vault, onboarding } = session.store.getState();
      const { overlay } = route.getState();
      return (
        vault?.state === 'unlocked' &&
        !onboarding &&
        (overlay === null || overlay.type === 'import') &&
        !isAtWork(imports.store.getState().stage) &&
        mayBringImport(dataTransfer)
      );
    };
    const onDrag = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      // The text under it takes it.
      if (event.defaultPrevented) {
        show(false);
        return;
      }
      event.preventDefault();
      const wanted = isWanted(event);
      event.dataTransfer.dropEffect = wanted ? 'copy' : 'none';
      show(wanted);
    };
    const onLeave = (event: DragEvent): void => {
      // Out of the window, and not from one thing in it to the next.
      if (event.relatedTarget === null) show(false);
    };
    const onDrop = (event: DragEvent): void => {
      show(false);
      if (!holdsFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      if (!isWanted(event)) return;
      const dropped = droppedEntries(event.dataTransfer);
      route.setState({ overlay: { type: 'import' } });
      void imports.choose((onFound, isStopped) => gatherFiles(dropped, onFound, isStopped));
    };
    window.addEventListener('dragenter', onDrag);
    window.addEventListener('dragover', onDrag);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      show(false);
      window.removeEventListener('dragenter', onDrag);
      window.removeEventListener('dragover', onDrag);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [imports, route, session]);

  return (
    <div className={styles['frame']} aria-hidden="true">
      <span>{say('import.dropAnywhere')}</span>
    </div>
  );
}
