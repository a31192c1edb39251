import type { AlikePart } from "@/contract";
import classes from "./alike.module.css";

/** A text of a group: what all share is marked, or where nearly equal ones differ is boxed. */
export function AlikeText({ parts }: { parts: AlikePart[] | null }) {
  const all = parts ?? [];
  const differs = all.some(({ mark }) => mark === "differs");
  return (
    <span className={differs ? classes.common : undefined}>
      {all.map(({ text, mark }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in their order
        if (mark === "shared") return <mark key={index}>{text}</mark>;
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in their order
        if (mark === "differs") return <b key={index}>{text}</b>;
        return text;
      })}
    </span>
  );
}
