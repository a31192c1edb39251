import type { ReactNode } from "react";
import classes from "./profile.module.css";

interface SectionProps {
  title: string;
  note?: ReactNode;
  changed?: boolean;
  /** At the right end of the heading. */
  action?: ReactNode;
  children: ReactNode;
}

/** A part of the page. The dot marks what is not saved. */
export function Section({ title, note, changed, action, children }: SectionProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.heading} data-changed={changed || undefined}>
        <h2>{title}</h2>
        {note && <p>{note}</p>}
        {action}
      </div>
      {children}
    </section>
  );
}
