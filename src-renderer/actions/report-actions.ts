import type { CallInputOf, Client } from '../../src-shared/contract/index.ts';
import { actionState, isShellShown, mayRun } from './action-state.ts';
import type { ActionSources } from './action-state.ts';
import { onWideWindow } from '../shell/wide-window.ts';
import { actions } from './registry.ts';

export type ActionsReport = CallInputOf<'app.actions-state'>;

/** Milliseconds of quiet before the menu bar is told: a click changes several stores, one after the other. */
const QUIET_MS = 60;

/** Names of actions, and nothing of what the person wrote. */
export function actionsReport(sources: ActionSources): ActionsReport {
  const state = actionState(sources);
  const isShown = isShellShown(sources.session.store.getState());
  return {
    available: actions.filter((action) => mayRun(action, sources)).map(({ id }) => id),
    checked: actions
      .filter((action) => (isShown || action.worksLocked === true) && action.isOn?.(state) === true)
      .map(({ id }) => id),
  };
}

/** Tells a host that has a menu bar, from now on, which actions there are. Returns the function that ends it. */
export function reportActions(client: Pick<Client, 'invoke'>, sources: ActionSources): () => void {
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    timer = undefined;
    const report = actionsReport(sources);
    const text = JSON.stringify(report);
    if (text === told) return;
    told = text;
    void client.invoke('app.actions-state', report).then((result) => {
      // Not taken: the next change tells again.
      if (!result.ok && told === text) told = '';
    });
  };
  const changed = (): void => {
    // The browser host has no menu bar; before `app.info` nobody knows which host it is.
    if (sources.session.store.getState().info?.host !== 'electron') return;
    clearTimeout(timer);
    timer = setTimeout(tell, QUIET_MS);
  };
  const ends = [
    sources.session.store.subscribe(changed),
    sources.route.subscribe(changed),
    sources.notices.store.subscribe(changed),
    sources.spelling.store.subscribe(changed),
    sources.sample.store.subscribe(changed),
    onWideWindow(changed),
  ];
  changed();
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
  };
}
