import { t } from "@/strings";
import type { Binding } from "@/ui/keys/registry";
import type { InboxRow } from "./rows";

/** The arrows that expand and collapse the row under the cursor; of a draft, the left one goes to its job. */
export function foldKeys(
  row: InboxRow | undefined,
  fold: (row: InboxRow, open: boolean) => void,
): Binding[] {
  const isOpen = row !== undefined && "open" in row && row.open;
  const isClosed = row !== undefined && "open" in row && !row.open;
  const { unfold, fold: collapse, toJob } = t.inbox;
  const to = (open: boolean) => () => row && fold(row, open);
  return [
    { combos: ["arrowright"], label: unfold, run: to(true), off: !isClosed, onRow: true },
    {
      combos: ["arrowleft"],
      label: row?.kind === "draft" ? toJob : collapse,
      run: to(false),
      off: !isOpen && row?.kind !== "draft",
      onRow: true,
    },
  ];
}
