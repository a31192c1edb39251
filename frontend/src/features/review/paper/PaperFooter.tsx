import { t } from "@/strings";
import { Button } from "@/ui/Button";
import type { PreviewActions } from "../usePreviewActions";

/** What can be done with the draft while it is edited. */
export function PaperButtons({ actions }: { actions: PreviewActions }) {
  const { editor, leave, save, saveAndApprove } = actions;
  const words = t.review.paper;
  const stuck = editor.tooLong || editor.overtaken;
  return (
    <>
      <Button kind="quiet" combo="escape" onClick={leave}>
        {editor.dirty ? words.discard : words.leave}
      </Button>
      <Button combo="mod+s" busy={editor.busy} disabled={stuck} onClick={save}>
        {words.justSave}
      </Button>
      <Button
        kind="primary"
        combo="mod+enter"
        busy={editor.busy}
        disabled={stuck}
        onClick={saveAndApprove}
      >
        {words.saveAndApprove}
      </Button>
    </>
  );
}
