import type { ReactNode } from "react";
import { Icon } from "./Icon";
import classes from "./Strip.module.css";
import type { Shape } from "./shapes";

interface StripProps {
  shape: Shape;
  /** What it is, and how many. */
  title: string;
  /** What follows, and what still works. */
  children: string;
  actions?: ReactNode;
}

/** A message above the content for as long as something affects the whole program. */
export function Strip({ shape, title, children, actions }: StripProps) {
  return (
    <div className={classes.strip}>
      <Icon shape={shape} />
      <p role="status">
        <b>{title}</b> {children}
      </p>
      {actions && <span className={classes.actions}>{actions}</span>}
    </div>
  );
}
