import { Menu } from "@mantine/core";
import "@/ui/theme/menu.css";
import { useEffect, useRef, useState } from "react";
import { t } from "@/strings";
import { Kbd } from "../Kbd";
import {
  currentRow,
  isSame,
  isSameAction,
  offeredIn,
  ROW,
  runShown,
  SELECTION_BAR,
  sayChanged,
  selectedRows,
  type Target,
  targetOf,
} from "../keys/offered";
import { activeLayers, type Binding } from "../keys/registry";
import { useKeys } from "../keys/useKeys";
import classes from "./VirtualTable.module.css";

/** Where a menu was asked for, in the window. */
export interface Point {
  x: number;
  y: number;
}

interface RowMenuProps {
  at: Point;
  /** The row under the cursor, or the list with the selected rows, as it was when the menu was asked for. */
  target: Target;
  onClose: () => void;
  /** The selection was not used: nothing was done, or something with the row alone. */
  onUnused?: (() => void) | undefined;
}

interface Action extends Pick<Binding, "label" | "asks"> {
  combo: string | undefined;
  /** What it is done with. */
  target: Target | undefined;
  run: () => void;
}

/** What can be done with it: the keys that act on it, and the buttons in a row or for a selection. Each label once. */
function actionsOf(about: Target): Action[] {
  const isRow = isARow(about);
  const keys = activeLayers()
    .flatMap((layer) => layer.bindings)
    .filter(({ onRow, onSelection, off }) => (isRow ? onRow : onSelection) && !off)
    .map(({ label, asks, combos, ...binding }) => ({
      label,
      asks,
      combo: combos[0],
      target: targetOf(binding),
      run: () => runShown(binding),
    }));
  const places = isRow ? [about.element] : document.querySelectorAll(`[${SELECTION_BAR}]`);
  const buttons = [...places]
    .flatMap(offeredIn)
    .map(({ label, combo, press }) => ({ label, combo, target: about, run: press }));
  // A button that shows a key says in the row's own words what the key does.
  const shown = new Set(buttons.map(({ combo }) => combo).filter(Boolean));
  const seen = new Set<string>();
  const others = keys.filter(({ combo }) => !shown.has(combo));
  // The menu of a selection is in the order of its bar.
  const all = (isRow ? [...others, ...buttons] : [...buttons, ...others]).filter(
    ({ label }) => !seen.has(label) && seen.add(label),
  );
  // Which keys of the page come first depends on how it was opened.
  return [...all.filter(onEnter), ...all.filter((action) => !onEnter(action))];
}

const isARow = ({ element }: Target) => element.hasAttribute(ROW);

const isThere = (target: Target) => isSame(target, currentRow()) || isSame(target, selectedRows());

const onEnter = ({ combo }: Action) => combo === "enter";

/** What was chosen, as it is now; not for another row or selection than a person read. */
function nowOf(chosen: Action, target: Target): Action | undefined {
  if (!isThere(target)) return;
  const now = actionsOf(target).find((action) => isSameAction(action, chosen));
  return isSame(now?.target, chosen.target) ? now : undefined;
}

/** The menu of a row, or of the selected ones: what keys and buttons do with it, with the keys. */
export function RowMenu({ at, target, onClose, onUnused }: RowMenuProps) {
  const [actions, setActions] = useState<Action[]>();
  const isChosen = useRef(false);
  const dismiss = () => {
    onClose();
    if (!isChosen.current) onUnused?.();
  };
  // After the row has become the one under the cursor, and again when the list is drawn again.
  useEffect(() => {
    // Once: while the menu is open, the keys of the page are not heard and would be missing.
    if (isThere(target)) setActions((known) => known ?? actionsOf(target));
    else dismiss();
  });
  // Keys belong to the menu while it is open.
  useKeys("question", []);
  // The menu closes first, because an action may open a dialog; and rows may have changed meanwhile.
  const run = (chosen: Action) => {
    isChosen.current = true;
    onClose();
    setTimeout(() => {
      const now = nowOf(chosen, target);
      if (!now?.target || isARow(now.target)) onUnused?.();
      if (now) now.run();
      else sayChanged();
    });
  };
  if (!actions) return null;
  return (
    <Menu
      opened
      onClose={dismiss}
      position="bottom-start"
      offset={0}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <span className={classes.point} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t.keys.rowMenu(target.name)}>
        {!isARow(target) && <Menu.Label>{target.name}</Menu.Label>}
        {actions.map((action) => (
          <Menu.Item
            key={action.label}
            rightSection={action.combo && <Kbd combo={action.combo} />}
            onClick={() => run(action)}
          >
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
