import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { SampleState } from '../../src-shared/contract/sample.ts';
import { firstWeekdayOf } from '../../src-shared/domain/weeks.ts';
import { useLanguage } from '../intl/language.ts';
import type { EntriesState } from '../features/entries/entries-store.ts';
import type { HabitsState } from '../features/habits/habits-store.ts';
import type { ImportState } from '../features/import/import-store.ts';
import type { SyncState } from '../features/sync/sync-store.ts';
import type { Model } from './model.ts';
import type { Route } from './route.ts';
import type { SessionState } from './session.ts';

const ModelContext = createContext<Model | null>(null);

export const ModelProvider = ModelContext;

export function useModel(): Model {
  const model = useContext(ModelContext);
  if (model === null) throw new Error('No ModelProvider above this component');
  return model;
}

export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useModel().session.store, select);
}

/** ISO weekday on which weeks begin for the person, 1 = Monday to 7 = Sunday. */
export function useWeekStart(): number {
  const { locale } = useLanguage();
  return useSession(({ preferences }) => preferences?.firstWeekday) ?? firstWeekdayOf(locale);
}

export function useRoute<T>(select: (route: Route) => T): T {
  return useStore(useModel().route, select);
}

export function useEntries<T>(select: (state: EntriesState) => T): T {
  return useStore(useModel().entries.store, select);
}

export function useHabits<T>(select: (state: HabitsState) => T): T {
  return useStore(useModel().habits.store, select);
}

export function useSync<T>(select: (state: SyncState) => T): T {
  return useStore(useModel().sync.store, select);
}

export function useImports<T>(select: (state: ImportState) => T): T {
  return useStore(useModel().imports.store, select);
}

/** Null until the vault has said. */
export function useSample(): SampleState | null {
  return useStore(useModel().sample.store);
}
