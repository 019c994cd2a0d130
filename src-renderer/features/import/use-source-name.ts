import { useLanguage } from '../../intl/language.ts';
import type { SourceName } from './import-store.ts';

/** What was chosen, in words. */
export function useSourceName(): (source: SourceName) => string {
  const { say } = useLanguage();
  return ({ name, more }) => (more === 0 ? name : say('import.severalFiles', { name, more }));
}
