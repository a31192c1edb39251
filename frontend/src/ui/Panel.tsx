import { type ReactNode, useEffect, useRef } from "react";
import { t } from "@/strings";
import { IconButton } from "./IconButton";
import { useKeys } from "./keys/useKeys";
import classes from "./Panel.module.css";

interface PanelProps {
  title: string;
  aside?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
  onClose: () => void;
}

/** Fields that are filled in; of a choice the one that is chosen. */
const FIELDS = "input:not([type=radio], :disabled), input:checked, textarea, select:not(:disabled)";

/**
 * A drawer beside a list: the list stays usable, Escape closes the drawer first. Its first field has the focus.
 */
export function Panel({ title, aside, footer, children, onClose }: PanelProps) {
  const root = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = body.current?.querySelector<HTMLElement>(`[data-autofocus], ${FIELDS}`);
    (first ?? root.current)?.focus();
  }, []);
  useKeys("panel", [{ combos: ["escape"], label: t.common.close, run: onClose }]);
  return (
    <aside className={classes.panel} aria-label={title} tabIndex={-1} ref={root}>
      <div className={classes.head}>
        <h2>{title}</h2>
        <span className={classes.aside}>{aside}</span>
        <IconButton shape="close" label={t.common.close} combo="escape" onClick={onClose} />
      </div>
      <div className={classes.body} ref={body}>
        {children}
      </div>
      {footer && <div className={classes.footer}>{footer}</div>}
    </aside>
  );
}

interface GroupProps {
  label: string;
  /** The control that the label names; otherwise the group is named as a whole. */
  note?: ReactNode;
  children: ReactNode;
}

/** A labelled part of a panel. */
export function Group({ label, note, children }: GroupProps) {
  return (
    <section className={classes.group}>
      <h3>
        {label}
        {note && <span>{note}</span>}
      </h3>
      {children}
    </section>
  );
}
