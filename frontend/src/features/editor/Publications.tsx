import { useState } from "react";
import { describeError, perform, useUndo, useUndoPlan } from "@/api";
import type { Publication } from "@/contract";
import type { Holder } from "@/domain/desk";
import { isHtml } from "@/domain/fields";
import { tellLeftOut } from "@/flows/tellLeftOut";
import { moment } from "@/lib/format";
import { plainText } from "@/lib/plainText";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Mark } from "@/ui/Mark";
import { ReasonDetails } from "@/ui/States";
import text from "@/ui/text.module.css";
import classes from "./editor.module.css";

interface PublicationsProps {
  of: Holder;
  publications: Publication[];
}

/** What went to the shop from here, newest first, each with its way back. */
export function Publications({ of, publications }: PublicationsProps) {
  const [undoing, setUndoing] = useState<Publication>();
  const words = t.editor;
  return (
    <section className={classes.section}>
      <h2>{words.publications}</h2>
      {publications.length === 0 && <p className={classes.none}>{words.noPublications}</p>}
      <ul>
        {publications.map((p) => (
          <Entry
            key={p.id}
            publication={p}
            position={of.images.find((i) => i.id === p.place.id)?.position}
            onUndo={p.can_undo ? () => setUndoing(p) : undefined}
          />
        ))}
      </ul>
      {undoing && <UndoOne of={of} publication={undoing} onClose={() => setUndoing(undefined)} />}
    </section>
  );
}

interface EntryProps {
  publication: Publication;
  position: number | undefined;
  onUndo: (() => void) | undefined;
}

function Entry({ publication: p, position, onUndo }: EntryProps) {
  const words = t.editor;
  const at = moment(p.finished_at ?? p.created_at);
  const shown = isHtml(p.field) ? plainText(p.after.text) : p.after.text;
  return (
    <li className={classes.entry}>
      <div className={classes.entryHead}>
        <b>{words.slot(p.field, position)}</b>
        <span className={text.dim}>{p.again ? words.again : words.kinds[p.kind]}</span>
        <span className={text.grow} />
        <Mark of={p.state} />
      </div>
      <p className={text.clamp2}>{shown.slice(0, 300) || words.emptyDraft}</p>
      {p.error && <p className={text.warn}>{p.error.message}</p>}
      {p.error && <ReasonDetails reason={p.error} />}
      <div className={classes.entryFoot}>
        <span className={text.cut}>{words.by(p.person, at)}</span>
        <span className={text.grow} />
        {onUndo && (
          <Button kind="quiet" small label={words.undoLabel(p.field, at)} onClick={onUndo}>
            {words.undo}
          </Button>
        )}
      </div>
    </li>
  );
}

interface UndoOneProps {
  of: Holder;
  publication: Publication;
  onClose: () => void;
}

/** Asks before the earlier text is restored, and shows it. */
function UndoOne({ of, publication: p, onClose }: UndoOneProps) {
  const plan = useUndoPlan({ publication_id: p.id });
  const undo = useUndo();
  const error = plan.error ?? undo.error;
  const confirm = () => {
    if (!plan.data || undo.isPending) return;
    perform(undo, plan.data.plan, {
      onSuccess: (done) => {
        tellLeftOut(done, t.leftOut.undone);
        onClose();
      },
    });
  };
  const words = t.editor;
  const before = p.before?.text ?? "";
  const shown = isHtml(p.field) ? plainText(before) : before;
  const again = p.removes;
  return (
    <ConfirmDialog
      title={(again ? words.againTitle : words.undoTitle)(p.field, of.title)}
      action={plan.data && (again ? words.againAction : words.undoAction)}
      busy={undo.isPending}
      trouble={error ? describeError(error) : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      {shown === "" ? (
        <p>{words.undoEmpty}</p>
      ) : (
        <blockquote className={classes.quote}>{shown.slice(0, 300)}</blockquote>
      )}
      <p>{words.undoText}</p>
    </ConfirmDialog>
  );
}
