import { withChosen } from '../../../src-shared/actions/chosen-keys.ts';
import { captureKey } from '../../../src-shared/actions/capture-key.ts';
import type { ActionId } from '../../../src-shared/actions/definitions.ts';
import { giveKey } from '../../../src-shared/actions/remap.ts';
import type { KeySituation } from '../../../src-shared/actions/remap.ts';
import type { ShortcutOverrides } from '../../../src-shared/actions/shortcut-for.ts';
import { keyboardOf } from '../../../src-shared/actions/shortcut.ts';
import type { Shortcut } from '../../../src-shared/actions/shortcut.ts';
import { useKeys } from '../../actions/use-keys.ts';
import { useLanguage } from '../../intl/language.ts';
import type { Wording } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';

export interface Remap {
  readonly situation: KeySituation;
  /** Gives the key, taking it from whoever has it, and tells of it with an Undo. */
  give(id: ActionId, shortcut: Shortcut | null, text: Wording): void;
  resetAll(text: Wording): void;
}

/** Changes the keys of actions: at once on the screen, kept in the settings, and with a way back. */
export function useRemap(): Remap {
  const { session, notices, showProblem } = useModel();
  const { say } = useLanguage();
  const { platform, overrides } = useKeys();
  const keyboard = keyboardOf(platform);
  const capture = useSession(({ settings }) => settings?.captureShortcut ?? null);
  const situation: KeySituation = { keyboard, overrides, capture: captureKey(capture, keyboard) };

  async function save(next: ShortcutOverrides, text: Wording): Promise<void> {
    const before = session.store.getState().settings?.keys;
    if (before === undefined) return;
    const error = await session.changeSettings({ keys: withChosen(platform, next, before) });
    if (error !== null) {
      showProblem(error);
      return;
    }
    const takeBack = async (): Promise<void> => {
      const problem = await session.changeSettings({ keys: before });
      if (problem === null) notices.announce(say('keyboard.undone'));
      else showProblem(problem);
    };
    notices.show({
      tone: 'plain',
      topic: 'keyboard',
      text,
      action: { label: (spoken) => spoken.say('keyboard.undo'), perform: () => void takeBack() },
    });
  }

  return {
    situation,
    give: (id, shortcut, text) => void save(giveKey(id, shortcut, situation), text),
    resetAll: (text) => void save({}, text),
  };
}
