import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Kbd } from "@/ui/Kbd";
import { SelectionBar } from "@/ui/SelectionBar";
import type { RowSelection } from "@/ui/table/useRowSelection";
import type { ItemActions } from "./useItemActions";

interface ItemSelectionBarProps {
  selection: RowSelection;
  actions: ItemActions;
}

/** What can be done with the chosen items. */
export function ItemSelectionBar({ selection, actions }: ItemSelectionBarProps) {
  const words = t.jobs.items;
  const note = (
    <>
      <Kbd combo="x" /> {words.hintSelect}&ensp;
      <Kbd combo="shift+arrowdown" /> {words.hintExtend}&ensp;
      <Kbd combo="space" /> {words.hintPreview}
    </>
  );
  return (
    <SelectionBar title={words.selected(selection.count)} note={note}>
      <Button kind="quiet" small combo="escape" onClick={selection.clear}>
        {t.common.clear}
      </Button>
      <Button kind="quiet" small onClick={actions.undo}>
        {words.undo}
      </Button>
      <Button kind="quiet" small combo="g" onClick={actions.regenerate}>
        {words.regenerate}
      </Button>
      <Button kind="quiet" small combo="r" onClick={() => actions.decide("rejected")}>
        {words.reject}
      </Button>
      <Button small combo="a" onClick={() => actions.decide("approved")}>
        {words.approve}
      </Button>
      <Button kind="primary" small combo="p" onClick={actions.publish}>
        {words.publishSome(selection.count)}
      </Button>
    </SelectionBar>
  );
}
