import type { ReactNode } from "react";
import classes from "./Page.module.css";

interface HeadProps {
  title: ReactNode;
  /** Before the title: the way back. */
  before?: ReactNode;
  /** After the title, in quiet text. */
  aside?: ReactNode;
  /** Actions, at the right edge. */
  children?: ReactNode;
}

/** The head of a page: 56 px, title left, actions right. */
export function PageHead({ title, before, aside, children }: HeadProps) {
  return (
    <header className={classes.head}>
      {before}
      <h1>{title}</h1>
      {aside && <div className={classes.aside}>{aside}</div>}
      <span className={classes.grow} />
      {children}
    </header>
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
  return <div className={classes.page}>{children}</div>;
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
