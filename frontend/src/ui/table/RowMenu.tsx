import { Menu } from "@mantine/core";
import "@/ui/theme/menu.css";
import { useState } from "react";
import { t } from "@/strings";
import { Kbd } from "../Kbd";
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
  /** The row's name. */
  name: string;
  onClose: () => void;
}

/** The keys that act on the row under the cursor, each label once. */
function actionsOfRow(): Binding[] {
  const seen = new Set<string>();
  return activeLayers()
    .flatMap((layer) => layer.bindings)
    .filter(({ onRow, off, label }) => {
      if (!onRow || off || seen.has(label)) return false;
      seen.add(label);
      return true;
    });
}

/** The menu of a row: what its keys do, with the keys. */
export function RowMenu({ at, name, onClose }: RowMenuProps) {
  const [actions] = useState(actionsOfRow);
  // Keys belong to the menu while it is open.
  useKeys("question", []);
  // The menu closes first, because an action may open a dialog; and the row may have changed meanwhile.
  const run = ({ label }: Binding) => {
    onClose();
    setTimeout(() => {
      const now = actionsOfRow().find((action) => action.label === label);
      if (now?.shown?.() ?? true) now?.run();
    });
  };
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
            rightSection={action.combos[0] && <Kbd combo={action.combos[0]} />}
            onClick={() => run(action)}
          >
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
