import type { ReactNode } from "react";
import classes from "./settings.module.css";

/** A group of settings: its subject on the left, its fields on the right. */
export function Section(props: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <div>
        <h2 tabIndex={-1}>{props.title}</h2>
        {props.text && <p>{props.text}</p>}
      </div>
      <div>{props.children}</div>
    </section>
  );
}

/** One field with its name. Without an id the control names itself. */
export function Field(props: { label: string; id?: string; children: ReactNode }) {
  return (
    <div className={classes.field}>
      {props.id ? <label htmlFor={props.id}>{props.label}</label> : <span>{props.label}</span>}
      <div>{props.children}</div>
    </div>
  );
}
