import { dropUnsavedOf } from "@/api";
import type { Proof, UnsavedEdit } from "@/contract";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import band from "../RewriteBand.module.css";
import type { Editor } from "../useEditor";

interface UnsavedBandProps {
  proof: Proof;
  editor: Editor;
  unsaved: UnsavedEdit[];
}

/** Says what was typed into a draft elsewhere, and offers it: nothing typed is lost. */
export function UnsavedBand({ proof, editor, unsaved }: UnsavedBandProps) {
  const [last] = unsaved;
  const words = t.review.paper.unsaved;
  const { item } = proof;
  if (!last) return null;
  const began = proof.revisions?.find(({ number }) => number === last.revision);
  const at = moment(last.typed_at);
  return (
    <section
      className={band.band}
      aria-label={words.label}
      data-going={editor.editing || undefined}
    >
      <Icon shape="edit" tone={editor.editing ? "accent" : "warn"} small />
      <p>{editor.editing ? words.also(last.person, at) : words.left(last.person, at)}</p>
      {!editor.editing && (item.can.edit || item.can.edit_changed) && (
        <>
          <Button
            small
            onClick={() => {
              editor.resume(last, began?.content ?? item.content);
              void dropUnsavedOf(item.id, last).catch(() => {});
            }}
          >
            {words.goOn}
          </Button>
          <Button
            kind="quiet"
            small
            onClick={() => void dropUnsavedOf(item.id, last).catch(() => {})}
          >
            {words.drop}
          </Button>
        </>
      )}
    </section>
  );
}

/** Says that another revision was saved while the person typed. Both texts are on screen. */
export function OvertakenBand({ proof: { item }, editor }: { proof: Proof; editor: Editor }) {
  if (!editor.overtaken) return null;
  const words = t.review.paper.overtaken;
  return (
    <section className={band.band} aria-label={words.label} role="alert">
      <Icon shape="conflict" tone="warn" small />
      <p>
        {words.text(item.revision, item.written_by, item.written_at ? moment(item.written_at) : "")}
      </p>
      <Button small onClick={editor.keepMine}>
        {words.keepMine}
      </Button>
      <Button kind="quiet" small onClick={editor.takeTheirs}>
        {words.takeTheirs}
      </Button>
    </section>
  );
}
