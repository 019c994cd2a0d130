import { describe, expect, it } from 'vitest';
import { panesSchema } from '../../src-shared/contract/panes.ts';
import { PANE_NAMES, PANE_WIDTHS, USUAL_PANES } from '../../src-shared/domain/panes.ts';
import { ok } from '../../src-shared/result.ts';
import { createPaneControl, isListAway, isSidebarOpen, paneAt, paneBeside } from './panes.ts';
import { createRoute } from './route.ts';
import { createSession } from './session.ts';

const LIST_AWAY = { ...USUAL_PANES, list: { open: false, width: 300 } };

describe('panes', () => {
  it('are usual within what the contract takes', () => {
    expect(panesSchema.parse(USUAL_PANES)).toEqual(USUAL_PANES);
    for (const name of PANE_NAMES) {
      const { least, most } = PANE_WIDTHS[name];
      expect(panesSchema.safeParse({ ...USUAL_PANES, [name]: { open: true, width: most + 1 } }).success).toBe(false);
      expect(panesSchema.safeParse({ ...USUAL_PANES, [name]: { open: true, width: least - 1 } }).success).toBe(false);
    }
  });

  it('keep to their widths, and are put away well below the least', () => {
    expect(paneAt('list', 340.4)).toEqual({ open: true, width: 340 });
    expect(paneAt('list', 9000)).toEqual({ open: true, width: 560 });
    expect(paneAt('list', 240)).toEqual({ open: true, width: 260 });
    expect(paneAt('list', 100)).toEqual({ open: false, width: 260 });
  });

  it('stand beside the journal, the search and Today', () => {
    expect(paneBeside('journal')).toBe('list');
    expect(paneBeside('search')).toBe('list');
    expect(paneBeside('today')).toBe('aside');
    expect(paneBeside('habits')).toBeNull();
  });

  it('leave the search its field until something is opened', () => {
    const route = { journalOpen: false, searchOpen: false };
    expect(isListAway({ ...route, view: 'journal' }, LIST_AWAY)).toBe(true);
    expect(isListAway({ ...route, view: 'search' }, LIST_AWAY)).toBe(false);
    expect(isListAway({ ...route, view: 'search', searchOpen: true }, LIST_AWAY)).toBe(true);
    expect(isListAway({ ...route, view: 'journal', journalOpen: true }, USUAL_PANES)).toBe(false);
  });

  it('are written down when they are chosen, one without the others', async () => {
    const sent: unknown[] = [];
    const session = createSession({
      invoke: (_channel: string, change: object) => {
        sent.push(change);
        return Promise.resolve(ok({ ...session.store.getState().settings, ...change }));
      },
      on: () => () => {},
    } as never);
    const settings = { panes: USUAL_PANES } as never;
    session.store.setState({ settings });
    const route = createRoute();
    const panes = createPaneControl(route, session, () => {
      throw new Error('No problem is expected.');
    });
    route.setState({ view: 'journal' });
    panes.toggleBeside();
    expect(session.store.getState().settings?.panes).toEqual({ ...USUAL_PANES, list: { open: false, width: 380 } });
    panes.showList();
    panes.showList();
    route.setState({ view: 'today' });
    panes.toggleBeside();
    panes.toggleSidebar();
    panes.change('sidebar', { width: 300 });
    route.setState({ view: 'habits' });
    panes.toggleBeside();
    await Promise.resolve();
    expect(sent).toHaveLength(5);
    expect(session.store.getState().settings?.panes).toEqual({
      sidebar: { open: true, width: 300 },
      list: { open: true, width: 380 },
      aside: { open: false, width: 320 },
    });
    expect(isSidebarOpen(route.getState(), session.store.getState().settings)).toBe(true);
  });
});
