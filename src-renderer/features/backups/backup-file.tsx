import { ArchiveRestore } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '../../intl/language.ts';
import styles from './backups.module.css';

interface BackupFileProps {
  readonly label: string;
  /** Also where the focus returns to, when what was brought could not be used. */
  readonly autoFocus?: boolean;
  readonly onFile: (file: File) => void;
}

/** The input lies over the whole field, unseen: it takes a click, a key and a dropped file alike. */
export function BackupFile({ label, autoFocus = false, onFile }: BackupFileProps) {
  const { say } = useLanguage();
  const [over, setOver] = useState(false);
  return (
    <label className={styles['drop']} data-over={over || undefined}>
      <ArchiveRestore aria-hidden="true" />
      <b>{label}</b>
      <span>{say('openBackup.fileHint')}</span>
      <input
        type="file"
        autoFocus={autoFocus}
        aria-label={label}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again.
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </label>
  );
}
