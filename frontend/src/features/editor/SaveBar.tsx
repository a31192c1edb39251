import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { SelectionBar } from "@/ui/SelectionBar";
import type { DraftSaving } from "./useDraftSaving";
import type { Saving } from "./useSaving";
import type { Texts } from "./useTexts";

interface SaveBarProps {
  texts: Texts;
  saving: Saving;
  drafts: DraftSaving;
}

/** The texts that differ from the shop's: what is not saved, and what is a draft. */
export function SaveBar({ texts, saving, drafts }: SaveBarProps) {
  const words = t.editor;
  const open = texts.unsaved;
  const shown = open.length > 0 ? open : texts.differing;
  const names = shown.map((state) => words.slot(state.field, state.image?.position));
  return (
    <SelectionBar
      label={words.bar}
      title={open.length > 0 ? words.unsaved(open.length) : t.products.notPublished(shown.length)}
      note={names.join(", ")}
    >
      {open.length > 0 && (
        <Button kind="quiet" onClick={texts.discard}>
          {words.discard}
        </Button>
      )}
      <Button combo="mod+s" disabled={drafts.count === 0} busy={drafts.busy} onClick={drafts.save}>
        {t.ownDrafts.save}
      </Button>
      <Button kind="primary" combo="mod+enter" disabled={saving.count === 0} onClick={saving.ask}>
        {words.save(saving.count)}
      </Button>
    </SelectionBar>
  );
}
