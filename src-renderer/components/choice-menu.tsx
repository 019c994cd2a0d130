import { useRef } from 'react';
import type { RefObject } from 'react';
import { Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import type { Shortcut } from '../../src-shared/actions/shortcut.ts';
import { shortcutText } from '../actions/shortcuts.ts';
import { useLanguage } from '../intl/language.ts';
import { useSession } from '../shell/model-context.tsx';
import styles from './choice-menu.module.css';

/** One thing that can be done, in a menu beside what it is done to. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Of the label, where it is not that of the page. */
  readonly lang?: string | undefined;
  /** The key that does the same without the menu. */
  readonly shortcut?: Shortcut | null;
  readonly isDisabled?: boolean;
  /** Where it is disabled: why, in a few words. */
  readonly reason?: string;
  readonly perform: () => void;
}

export interface Point {
  readonly left: number;
  readonly top: number;
}

interface ChoiceMenuProps {
  /** What it hangs at. */
  readonly anchor: RefObject<Element | null>;
  /** The name of the menu: its own, or by the id of an element that has it. */
  readonly name: { readonly label: string } | { readonly labelledBy: string };
  /** A line stands between two groups. */
  readonly groups: readonly (readonly Choice[])[];
  readonly onClose: () => void;
}

/** The focus goes back to where it was, unless a choice has put it elsewhere. */
export function ChoiceMenu({ anchor, name, groups, onClose }: ChoiceMenuProps) {
  const { say } = useLanguage();
  const platform = useSession((state) => state.info?.platform ?? 'linux');
  const aria = 'label' in name ? { 'aria-label': name.label } : { 'aria-labelledby': name.labelledBy };
  const choices = groups.flat();
  return (
    <Popover
      isOpen
      triggerRef={anchor}
      {...aria}
      placement="bottom start"
      offset={4}
      containerPadding={8}
      className={styles['popover'] ?? ''}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      {/* Tab leaves a menu: it closes, and the focus is where it was. */}
      <div
        role="presentation"
        onKeyDownCapture={(event) => {
          if (event.key !== 'Tab') return;
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }}
      >
        <Menu
          {...aria}
          autoFocus="first"
          disabledKeys={choices.filter(({ isDisabled }) => isDisabled).map(({ id }) => id)}
          className={styles['menu'] ?? ''}
          onClose={onClose}
        >
          {groups.map((group) => (
            <MenuSection key={group[0]?.id} {...aria} className={styles['group'] ?? ''}>
              {group.map(({ id, label, lang, shortcut, isDisabled, reason, perform }) => (
                <MenuItem
                  key={id}
                  id={id}
                  textValue={isDisabled === true && reason !== undefined ? `${label} (${reason})` : label}
                  className={styles['item'] ?? ''}
                  onAction={perform}
                >
                  <span lang={lang}>
                    {label}
                    {isDisabled === true && reason !== undefined && <small>{reason}</small>}
                  </span>
                  {shortcut != null && <kbd aria-hidden="true">{shortcutText(shortcut, platform, say)}</kbd>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </div>
    </Popover>
  );
}

interface MenuAtPointProps {
  readonly at: Point;
  readonly label: string;
  readonly groups: readonly (readonly Choice[])[];
  readonly onClose: () => void;
}

/** The same where a pointer was pressed, or under what has the focus. */
export function MenuAtPoint({ at, label, groups, onClose }: MenuAtPointProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className={styles['point']} style={at} aria-hidden="true" />
      <ChoiceMenu anchor={anchor} name={{ label }} groups={groups} onClose={onClose} />
    </>
  );
}
