import type { ReactNode } from "react";
import { t } from "@/strings";
import { SELECTION_BAR } from "./keys/offered";
import classes from "./SelectionBar.module.css";

interface SelectionBarProps {
  /** The bar's purpose, for screen readers. */
  label?: string;
  title: string;
  /** Quiet text after the title: the selection, or keys. */
  note?: ReactNode;
  children: ReactNode;
}

/** Actions for the selected rows. The bar has its own space and covers no row. */
export function SelectionBar({
  label = t.common.selection,
  title,
  note,
  children,
}: SelectionBarProps) {
  return (
    <div className={classes.bar} role="toolbar" aria-label={label} {...{ [SELECTION_BAR]: true }}>
      <b role="status">{title}</b>
      {note && <span className={classes.note}>{note}</span>}
      <span className={classes.grow} />
      {children}
    </div>
  );
}
