import type { EditsPreview, LeftOut, Stretch } from "@/contract";
import { t } from "@/strings";
import classes from "./table.module.css";

/** How many drafts are listed; the button counts them all. */
const MOST = 200;

/** What becomes of each draft: removed words struck, added ones underlined. */
export function EditedDrafts({ preview, label }: { preview: EditsPreview; label: string }) {
  const words = t.table.find;
  const drafts = preview.drafts ?? [];
  if (drafts.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too
    <ul className={classes.drafts} aria-label={label} tabIndex={0}>
      {drafts.slice(0, MOST).map((draft) => (
        <li key={draft.id}>
          <b>{draft.place.title}</b>{" "}
          <small>
            {[draft.hits > 1 && words.hits(draft.hits), draft.reopens && words.reopens]
              .filter(Boolean)
              .join(", ")}
          </small>
          {(draft.passages ?? []).map((passage, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: passages have no other name and do not move
            <p key={index}>
              <PassageText passage={passage} />
            </p>
          ))}
        </li>
      ))}
      {drafts.length > MOST && <li>{words.more(drafts.length - MOST)}</li>}
    </ul>
  );
}

function PassageText({ passage }: { passage: Stretch[] | null }) {
  return (passage ?? []).map(({ text, change }, index) => {
    const key = `${index} ${change}`;
    if (change === "removed") return <del key={key}>{text}</del>;
    if (change === "added") return <ins key={key}>{text}</ins>;
    return <span key={key}>{text}</span>;
  });
}

/** Drafts that cannot be changed, and why. */
export function LeftDrafts({
  left,
  title,
}: {
  left: LeftOut[] | null;
  title: (n: number) => string;
}) {
  if (!left || left.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too
    <section className={classes.left} tabIndex={0} aria-label={title(left.length)}>
      <p>{title(left.length)}</p>
      {left.slice(0, MOST).map(({ item_id, place, reason }) => (
        <p key={item_id}>
          {place.title}: {reason.message}
        </p>
      ))}
    </section>
  );
}
