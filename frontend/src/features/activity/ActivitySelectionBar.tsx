import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Kbd } from "@/ui/Kbd";
import { SelectionBar } from "@/ui/SelectionBar";
import type { RowSelection } from "@/ui/table/useRowSelection";

interface ActivitySelectionBarProps {
  selection: RowSelection;
  onUndo: () => void;
}

/** What can be done with the chosen entries. */
export function ActivitySelectionBar({ selection, onUndo }: ActivitySelectionBarProps) {
  const words = t.activity;
  const note = (
    <>
      <Kbd combo="x" /> {words.hintSelect}&ensp;
      <Kbd combo="space" /> {words.hintDetails}
    </>
  );
  return (
    <SelectionBar title={words.selected(selection.count)} note={note}>
      <Button kind="quiet" small combo="escape" onClick={selection.clear}>
        {t.common.clear}
      </Button>
      <Button kind="primary" small onClick={onUndo}>
        {words.undoSome(selection.count)}
      </Button>
    </SelectionBar>
  );
}
