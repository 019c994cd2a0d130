import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;
type Pane = 'sidebar' | 'list' | 'habits';

/** The sidebar, the list, and the habits beside Today: their edges and what puts them away. */
export class Panes {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  edge(pane: Pane): Locator {
    return this.#app.page.getByRole('separator', { name: `Width of the ${pane}` });
  }

  get sidebar(): Locator {
    return this.#app.page.getByRole('navigation', { name: 'Main' });
  }

  get habits(): Locator {
    return this.#app.page.getByRole('complementary');
  }

  hide(pane: 'list' | 'habits'): Locator {
    return this.#app.page.getByRole('button', { name: `Hide the ${pane}` });
  }

  show(pane: 'list' | 'habits'): Locator {
    return this.#app.page.getByRole('button', { name: `Show the ${pane}` });
  }

  async width(pane: Locator): Promise<number> {
    return Math.round((await pane.boundingBox())?.width ?? 0);
  }

  async drag(pane: Pane, by: number): Promise<void> {
    const box = await this.edge(pane).boundingBox();
    expect(box).not.toBeNull();
    const { mouse } = this.#app.page;
    const x = (box?.x ?? 0) + (box?.width ?? 0) / 2;
    await mouse.move(x, 300);
    await mouse.down();
    await mouse.move(x + by / 2, 310, { steps: 3 });
    await mouse.move(x + by, 310, { steps: 3 });
    await mouse.up();
  }
}
