import type { ReactNode } from "react";
import { Icon } from "@/ui/Icon";
import classes from "./setup.module.css";

interface StepProps {
  number: number;
  state: "ok" | "bad" | undefined;
  title: string;
  note: string;
  children: ReactNode;
}

/** One of the three steps, with its result in the ring and beside the heading. */
export function Step({ number, state, title, note, children }: StepProps) {
  return (
    <section className={classes.step}>
      <span className={classes.ring} data-state={state}>
        {state ? <Icon shape={state === "ok" ? "check" : "cross"} small /> : number}
      </span>
      <div>
        <h2>
          {title}
          <span aria-live="polite">{note}</span>
        </h2>
        {children}
      </div>
    </section>
  );
}
