import { Textarea } from "@mantine/core";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { useKeys } from "@/ui/keys/useKeys";
import { TroubleText } from "@/ui/States";
import classes from "./PreviewModal.module.css";
import type { Editor } from "./useEditor";

interface EditColumnProps {
  editor: Editor;
  html: boolean;
  /** In a conflict, the text that the shop has now. */
  theirs: string | undefined;
}

/** The draft for editing: source if it is HTML, otherwise text. */
export function EditColumn({ editor, html, theirs }: EditColumnProps) {
  useKeys("dialog", [
    { combos: ["mod+s", "mod+enter"], label: t.review.save, run: editor.save, inFields: true },
  ]);
  return (
    <section className={`${classes.column} ${classes.draft}`}>
      <div className={classes.colHead}>
        <b>{html ? t.review.draftSource : t.review.edit}</b>
        <span className={classes.grow} />
        {theirs !== undefined && (
          <Button kind="quiet" small onClick={() => editor.type(theirs)}>
            {t.conflict.startFromTheirs}
          </Button>
        )}
        <Counter editor={editor} />
      </div>
      <div className={classes.editor}>
        <Textarea
          aria-label={t.review.edit}
          autoFocus
          data-autofocus
          spellCheck
          value={editor.text}
          error={editor.tooLong}
          classNames={{
            root: classes.area,
            wrapper: classes.area,
            input: html ? classes.source : classes.words,
          }}
          onChange={(event) => editor.type(event.currentTarget.value)}
        />
        {editor.trouble && <TroubleText trouble={editor.trouble} />}
        <div className={classes.editActions}>
          <Button kind="quiet" combo="escape" onClick={editor.stop}>
            {t.review.cancelEdit}
          </Button>
          <Button
            kind="primary"
            combo="mod+s"
            busy={editor.busy}
            disabled={editor.tooLong}
            onClick={editor.save}
          >
            {t.review.save}
          </Button>
        </div>
      </div>
    </section>
  );
}

function Counter({ editor }: { editor: Editor }) {
  const length = [...editor.text].length;
  if (!editor.limit) return <span>{t.review.chars(length)}</span>;
  const words = editor.limit.hard ? t.review.tooLong : t.review.advised;
  const over = length > editor.limit.most;
  return (
    <span data-over={over || undefined}>
      {over || !editor.limit.hard ? words(length, editor.limit.most) : t.review.chars(length)}
    </span>
  );
}
