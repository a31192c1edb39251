import type { Item } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Kbd } from "@/ui/Kbd";
import { SelectionBar } from "@/ui/SelectionBar";
import type { ListSelection } from "@/ui/table/useListSelection";
import type { ItemActions } from "./useItemActions";
import { takes } from "./useTakers";

interface ItemSelectionBarProps {
  selection: ListSelection<Item>;
  actions: ItemActions;
  /** The chosen ones wait to go out: they can be taken back. */
  waiting: boolean;
}

/** What can be done with the chosen items. */
export function ItemSelectionBar({ selection, actions, waiting }: ItemSelectionBarProps) {
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
      {waiting ? (
        <Button small onClick={() => actions.withdraw()}>
          {words.withdrawSome(selection.count)}
        </Button>
      ) : (
        <Decisions publish={publishWords(selection)} actions={actions} />
      )}
    </SelectionBar>
  );
}

/** How many of the chosen rows would be published. Of a whole list only the question that is asked then knows. */
function publishWords({ value, named }: ListSelection<Item>): string {
  const n = value.all ? 0 : named().filter(({ can }) => takes(can, "publish")).length;
  return n > 0 ? t.jobs.items.publishSome(n) : t.jobs.items.publish;
}

function Decisions({ publish, actions }: { publish: string; actions: ItemActions }) {
  const words = t.jobs.items;
  return (
    <>
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
        {publish}
      </Button>
    </>
  );
}
