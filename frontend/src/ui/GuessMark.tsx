import classes from "./GuessMark.module.css";

/** Marks what a person has not confirmed. */
export function GuessMark({ children }: { children: string }) {
  return <span className={classes.guess}>{children}</span>;
}
