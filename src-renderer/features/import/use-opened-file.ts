import { useEffect, useState } from 'react';
import type { OpenedFile } from '../../../src-shared/contract/opened-file.ts';
import { useModel } from '../../shell/model-context.tsx';
import { readableFile, type ReadableFile } from './readable-file.ts';

function useTold(): readonly [OpenedFile | null, (file: OpenedFile | null) => void] {
  const { client } = useModel();
  const [file, setFile] = useState<OpenedFile | null>(null);
  useEffect(() => {
    let isGone = false;
    const stop = client.on('opened-file.changed', (state) => setFile(state.file));
    void client.invoke('opened-file.state', {}).then((result) => {
      if (result.ok && !isGone) setFile((told) => told ?? result.value.file);
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [client]);
  return [file, setFile];
}

/** The file that was opened with the app and waits, as the app tells of it; null: none does. */
export function useWaitingFile(): OpenedFile | null {
  return useTold()[0];
}

/** The file of a kind that was opened with the app and waits; null: none does. `take` begins with it, and then it waits no more. */
export function useOpenedFile(kind: OpenedFile['kind']): { readonly take: () => ReadableFile } | null {
  const { client } = useModel();
  const [file, setFile] = useTold();
  if (file?.kind !== kind) return null;
  return {
    take() {
      setFile(null);
      void client.invoke('opened-file.taken', { id: file.id });
      return readableFile(client, file);
    },
  };
}
