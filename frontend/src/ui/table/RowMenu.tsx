import { Menu } from "@mantine/core";
import "@/ui/theme/menu.css";
import { useEffect, useState } from "react";
import { t } from "@/strings";
import { Kbd } from "../Kbd";
import { offeredIn } from "../keys/offered";
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
  /** The row under the cursor, marked with its name. */
  row: HTMLElement;
  /** What it was called when the menu was asked for. */
  name: string;
  onClose: () => void;
}

interface Action {
  label: string;
  combo: string | undefined;
  run: () => void;
}

/** Whether the row is still the one under the cursor: rows come and go while a menu is open, or is loaded. */
const isCurrent = (row: HTMLElement, name: string) =>
  row.isConnected && row.dataset.current !== undefined && row.dataset.row === name;

/** What can be done with the row under the cursor: its keys, and the buttons in it. Each label once. */
function actionsOfRow(row: Element): Action[] {
  const keys = activeLayers()
    .flatMap((layer) => layer.bindings)
    .filter(({ onRow, off }) => onRow && !off)
    .map((binding) => ({ label: binding.label, combo: binding.combos[0], run: running(binding) }));
  const buttons = offeredIn(row).map(({ label, combo, press }) => ({ label, combo, run: press }));
  // A button that shows a key says in the row's own words what the key does.
  const shown = new Set(buttons.map(({ combo }) => combo).filter(Boolean));
  const seen = new Set<string>();
  const all = [...keys.filter(({ combo }) => !shown.has(combo)), ...buttons].filter(
    ({ label }) => !seen.has(label) && seen.add(label),
  );
  // Which keys of the page come first depends on how it was opened.
  const [first, others] = [all.filter(onEnter), all.filter((action) => !onEnter(action))];
  return [...first, ...others];
}

const onEnter = ({ combo }: Action) => combo === "enter";

const running = (binding: Binding) => () => {
  if (binding.shown?.() ?? true) binding.run();
};

/** The menu of a row: what its keys do, with the keys. */
export function RowMenu({ at, row, name, onClose }: RowMenuProps) {
  const [actions, setActions] = useState<Action[]>();
  // After the row has become the one under the cursor.
  useEffect(() => {
    // Once: while the menu is open, the keys of the page are not heard and would be missing.
    if (isCurrent(row, name)) setActions((known) => known ?? actionsOfRow(row));
    else onClose();
  }, [row, name, onClose]);
  // Keys belong to the menu while it is open.
  useKeys("question", []);
  // The menu closes first, because an action may open a dialog; and the row may have changed meanwhile.
  const run = ({ label }: Action) => {
    onClose();
    setTimeout(() => {
      if (!isCurrent(row, name)) return;
      actionsOfRow(row)
        .find((action) => action.label === label)
        ?.run();
    });
  };
  if (!actions) return null;
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      offset={0}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <span className={classes.point} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t.keys.rowMenu(name)}>
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
