import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Kbd } from "@/ui/Kbd";
import { SelectionBar } from "@/ui/SelectionBar";
import type { RowSelection } from "@/ui/table/useRowSelection";

interface CatalogueSelectionBarProps {
  selection: RowSelection;
  total: number;
  /** Of these, missing from the shop: no job takes them. */
  missing: number;
  searching: boolean;
  onOnlyScreen: () => void;
  onNewJob: (() => void) | undefined;
}

/** How many are chosen, how to choose all or fewer, and what to do with them. */
export function CatalogueSelectionBar(props: CatalogueSelectionBarProps) {
  const { selection, total, missing, searching, onOnlyScreen, onNewJob } = props;
  const all = selection.value.all && selection.count === total;
  const title = all
    ? t.products.allSelected(total - missing, searching)
    : t.products.selected(selection.count);
  const note = (
    <>
      <Kbd combo="x" /> {t.products.hint}&ensp;
      <Kbd combo="shift+arrowdown" /> {t.products.hintExtend}
      {!all && <>&ensp;{t.products.hintKept}</>}
    </>
  );
  return (
    <SelectionBar title={title} note={note}>
      {all ? (
        <Button kind="quiet" small onClick={onOnlyScreen}>
          {t.products.onlyOnScreen}
        </Button>
      ) : (
        <Button kind="quiet" small combo="mod+a" onClick={selection.all}>
          {t.products.selectAll(total - missing, searching)}
        </Button>
      )}
      <Button kind="quiet" small combo="escape" onClick={selection.clear}>
        {t.common.clear}
      </Button>
      {onNewJob && (
        <Button kind="primary" small combo="n" onClick={onNewJob}>
          {t.products.newJobFor(all ? total - missing : selection.count)}
        </Button>
      )}
    </SelectionBar>
  );
}
