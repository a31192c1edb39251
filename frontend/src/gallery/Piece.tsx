import type { ReactNode } from "react";
import classes from "./Gallery.module.css";

/** A component with its name. */
export function Piece({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={classes.piece} aria-label={name}>
      <h2>{name}</h2>
      <div>{children}</div>
    </section>
  );
}
