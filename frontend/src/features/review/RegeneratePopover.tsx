import { Textarea } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { describeError, useJob, useRegenerate } from "@/api";
import { type Item, rules } from "@/contract";
import { asShown, isConflict } from "@/domain/item";
import { isPrompted } from "@/domain/writer";
import { NoteChips } from "@/flows/NoteChips";
import { RegenerateCost } from "@/flows/RegenerateCost";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { TroubleText } from "@/ui/States";
import classes from "./RegeneratePopover.module.css";

interface RegeneratePopoverProps {
  item: Item;
  /** The draft is queued to be written again: on to the next. */
  /** It is read in a queue, at whose end it comes again. */
  queued?: boolean;
  onQueued: () => void;
  onClose: () => void;
}

/** A note for writing a draft again. It has the focus; Enter queues the draft, and nothing waits for it. */
export function RegeneratePopover({ item, queued, onQueued, onClose }: RegeneratePopoverProps) {
  const job = useJob(item.job_id).data;
  const regenerate = useRegenerate(item.job_id);
  const [note, setNote] = useState("");
  const words = t.regenerating;
  const queue = () => {
    if (regenerate.isPending) return;
    regenerate.mutate({ drafts: [asShown(item)], note: note.trim() }, { onSuccess: onQueued });
  };
  // No key reaches the preview behind.
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape") onClose();
    const onButton = event.target instanceof HTMLButtonElement;
    if (event.key !== "Enter" || event.shiftKey || onButton) return;
    event.preventDefault();
    queue();
  };
  return (
    <div
      role="dialog"
      aria-label={words.title}
      className={classes.popover}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      <h3>
        {words.title}
        <IconButton shape="close" small label={words.cancel} combo="escape" onClick={onClose} />
      </h3>
      <Textarea
        aria-label={words.hint}
        placeholder={t.review.noteHint}
        rows={2}
        maxLength={rules.limits.note}
        autoFocus
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <NoteChips shop={item.shop_id} note={note} onNote={setNote} />
      {job && note.trim() !== "" && !isPrompted(job.writer) && (
        <p role="status">{t.review.noteUnused}</p>
      )}
      <p>
        {isConflict(item) ? t.conflict.regenerateText(1) : words[queued ? "comesBack" : "queue"]}
      </p>
      {regenerate.error && <TroubleText trouble={describeError(regenerate.error)} />}
      <div className={classes.foot}>
        {job && <RegenerateCost job={job} n={1} />}
        <span className={classes.grow} />
        <Button combo="enter" busy={regenerate.isPending} onClick={queue}>
          {words.action}
        </Button>
      </div>
    </div>
  );
}
