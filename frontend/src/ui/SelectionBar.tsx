import type { ReactNode } from "react";
import { t } from "@/strings";
import classes from "./SelectionBar.module.css";

interface SelectionBarProps {
  /** What the bar is for, told to screen readers. */
  label?: string;
  title: string;
  /** Quiet text after the title: what the selection holds, or keys. */
  note?: ReactNode;
  children: ReactNode;
}

/** What can be done with the chosen rows. It takes its own place and covers no row. */
export function SelectionBar({
  label = t.common.selection,
  title,
  note,
  children,
}: SelectionBarProps) {
  return (
    <div className={classes.bar} role="toolbar" aria-label={label}>
      <b role="status">{title}</b>
      {note && <span className={classes.note}>{note}</span>}
      <span className={classes.grow} />
      {children}
    </div>
  );
}
