import { lazy, type ReactNode, Suspense, useState } from "react";
import { ROW, SELECTED, type Target } from "../keys/offered";
import type { Point } from "./RowMenu";

/** Loaded when it is first opened: menus are a tenth of what the first page loads. */
const RowMenu = lazy(async () => ({ default: (await import("./RowMenu")).RowMenu }));

/** The menu of a row of a list, which gets the focus back when it closes. */
export function useRowMenu(focusList: () => void): {
  /**
   * Opens it where the mouse is or, asked for by a key, below the row. It is about the row, or about the selected rows
   * of a list. `onUnused` is called when the selection was not used.
   */
  open: (
    row: HTMLElement,
    mouse: Point | undefined,
    about?: HTMLElement,
    onUnused?: () => void,
  ) => void;
  menu: ReactNode;
} {
  const [asked, setAsked] = useState<{
    target: Target;
    at: Point;
    onUnused: (() => void) | undefined;
  }>();
  const open = (row: HTMLElement, mouse: Point | undefined, about = row, onUnused?: () => void) => {
    const box = row.getBoundingClientRect();
    const name = about.getAttribute(ROW) ?? about.getAttribute(SELECTED) ?? "";
    setAsked({
      target: { element: about, name },
      at: mouse ?? { x: box.left + 48, y: box.bottom },
      onUnused,
    });
  };
  const close = () => {
    setAsked(undefined);
    focusList();
  };
  const menu = asked && (
    <Suspense>
      <RowMenu key={asked.target.name} {...asked} onClose={close} />
    </Suspense>
  );
  return { open, menu };
}
