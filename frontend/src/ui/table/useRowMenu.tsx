import { lazy, type ReactNode, Suspense, useState } from "react";
import type { Point } from "./RowMenu";

/** Loaded when it is first opened: menus are a tenth of what the first page loads. */
const RowMenu = lazy(async () => ({ default: (await import("./RowMenu")).RowMenu }));

/** The menu of a row of a list, which gets the focus back when it closes. */
export function useRowMenu(focusList: () => void): {
  /** Opens it where the mouse is or, asked for by a key, below the row. */
  open: (row: HTMLElement, mouse: Point | undefined) => void;
  menu: ReactNode;
} {
  const [asked, setAsked] = useState<{ row: HTMLElement; name: string; at: Point }>();
  const open = (row: HTMLElement, mouse: Point | undefined) => {
    const box = row.getBoundingClientRect();
    setAsked({
      row,
      name: row.dataset.row ?? "",
      at: mouse ?? { x: box.left + 48, y: box.bottom },
    });
  };
  const close = () => {
    setAsked(undefined);
    focusList();
  };
  const menu = asked && (
    <Suspense>
      <RowMenu key={asked.name} {...asked} onClose={close} />
    </Suspense>
  );
  return { open, menu };
}
