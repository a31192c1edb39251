import { describeError, useEditDrafts, usePastePreview } from "@/api";
import type { PasteRequest } from "@/contract";
import { remember } from "@/flows/steps";
import { tellLeftOut } from "@/flows/tellLeftOut";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { EditedDrafts, LeftDrafts } from "./EditedDrafts";
import classes from "./table.module.css";

interface PasteDialogProps {
  request: PasteRequest;
  onClose: () => void;
}

/** A pasted column: what it changes is shown before it is saved in one go. */
export function PasteDialog({ request, onClose }: PasteDialogProps) {
  const words = t.table.pasted;
  const preview = usePastePreview(request);
  const edit = useEditDrafts(request.job_id);
  const found = preview.data;
  const texts = found?.texts ?? [];
  const submit = () => {
    const saved = edit.mutateAsync(texts);
    remember({ kind: "decisions", steps: saved.then(({ step }) => (step > 0 ? [step] : [])) });
    saved.then(
      (done) => {
        tellLeftOut(done, t.table.find.done);
        onClose();
      },
      () => {},
    );
  };
  const error = edit.error ?? preview.error;
  return (
    <ConfirmDialog
      title={words.title(found?.cells ?? 0)}
      action={texts.length > 0 ? words.action(texts.length) : undefined}
      wide
      busy={edit.isPending}
      trouble={error ? describeError(error) : undefined}
      onConfirm={submit}
      onClose={onClose}
    >
      {found && (
        <div className={classes.body}>
          {found.columns > 1 && <p>{words.columns(found.columns)}</p>}
          <EditedDrafts preview={found} label={words.drafts} />
          {texts.length === 0 && <p>{words.none}</p>}
          <p>
            {[
              found.same > 0 && words.same(found.same),
              found.empty > 0 && words.empty(found.empty),
              found.unused > 0 && words.unused(found.unused),
              texts.length > 0 && t.table.find.undo,
            ]
              .filter(Boolean)
              .join(" ")}
          </p>
          <LeftDrafts left={found.left} title={words.left} />
        </div>
      )}
    </ConfirmDialog>
  );
}
