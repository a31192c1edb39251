import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { SelectionBar } from "@/ui/SelectionBar";
import type { Saving } from "./useSaving";
import type { Texts } from "./useTexts";

/** The changes that are not saved. */
export function SaveBar({ texts, saving }: { texts: Texts; saving: Saving }) {
  const words = t.editor;
  const names = texts.unsaved.map((state) => words.slot(state.field, state.image?.position));
  return (
    <SelectionBar
      label={words.bar}
      title={words.unsaved(texts.unsaved.length)}
      note={names.join(", ")}
    >
      <Button kind="quiet" onClick={texts.discard}>
        {words.discard}
      </Button>
      <Button kind="primary" combo="mod+enter" disabled={saving.count === 0} onClick={saving.ask}>
        {words.save(saving.count)}
      </Button>
    </SelectionBar>
  );
}
