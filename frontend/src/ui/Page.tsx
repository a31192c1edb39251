import type { ReactNode } from "react";
import { showCutName } from "./cutName";
import classes from "./Page.module.css";

interface HeadProps {
  title: ReactNode;
  /** Before the title: the way back. */
  before?: ReactNode;
  /** After the title, in quiet text. */
  aside?: ReactNode;
  /** Actions, at the right edge. */
  children?: ReactNode;
  /** There may be more actions than fit beside the title: they go to a second line. */
  wraps?: boolean;
}

/** The head of a page: 56 px, title left, actions right. */
export function PageHead({ title, before, aside, children, wraps }: HeadProps) {
  return (
    <header className={classes.head} data-wraps={wraps || undefined}>
      {before}
      <h1>{title}</h1>
      {aside && <div className={classes.aside}>{aside}</div>}
      <span className={classes.grow} />
      {children}
    </header>
  );
}

/** Words that leave a button to its mark where a head has no room: screen readers and a tooltip still say them. */
export function Spare({ children }: { children: string }) {
  return (
    <span className={classes.spare} data-name>
      {children}
    </span>
  );
}

/** The row of tools under a head: filters left, facts or a search right. */
export function Tools({ children }: { children: ReactNode }) {
  return <div className={classes.tools}>{children}</div>;
}

/** Pushes what follows to the right edge. */
export function Spring() {
  return <span className={classes.grow} />;
}

/** A page whose list fills the height. */
export function Page({ children }: { children: ReactNode }) {
  return (
    // Not on the head: the events of a button that the list puts there pass by it.
    <div className={classes.page} onPointerOver={showCutName}>
      {children}
    </div>
  );
}

/** A list with a panel of 472 px beside it; the list stays usable. */
export function WithPanel({ children, panel }: { children: ReactNode; panel: ReactNode }) {
  return (
    <div className={classes.withPanel} data-open={panel ? true : undefined}>
      {children}
      {panel}
    </div>
  );
}
