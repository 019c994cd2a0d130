import type { ComponentType } from 'react';
import { FirstBars, Gate, Roots, SeedJar, StakedTree, WateringCan } from './app-scenes.tsx';
import {
  CalendarLeaf,
  EmptyBasket,
  EmptyFrame,
  FirstDay,
  HangingLabel,
  NothingFound,
  OpenBook,
  RuledPage,
  StarOverGrove,
} from './journal-scenes.tsx';

/** Each by the place that it is for. */
export const SCENES = {
  today: FirstDay,
  journal: OpenBook,
  search: NothingFound,
  photos: EmptyFrame,
  trash: EmptyBasket,
  tags: HangingLabel,
  starred: StarOverGrove,
  calendar: CalendarLeaf,
  templates: RuledPage,
  habits: WateringCan,
  insights: FirstBars,
  sync: Roots,
  backups: SeedJar,
  gate: Gate,
  broken: StakedTree,
} as const satisfies Readonly<Record<string, ComponentType>>;

export type SceneName = keyof typeof SCENES;

/** A drawing of ours, for a place where there is nothing yet. */
export function Art({ scene }: { readonly scene: SceneName }) {
  const Drawing = SCENES[scene];
  return <Drawing />;
}
