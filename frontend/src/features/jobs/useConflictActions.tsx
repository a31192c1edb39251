import { type ReactNode, useEffect, useState } from "react";
import { useConflicts } from "@/api";
import type { Item, ItemFilter, Job, SelectedItem } from "@/contract";
import { asShown } from "@/domain/item";
import { RegenerateDialog } from "@/flows/RegenerateDialog";
import { useDecisions } from "@/flows/useDecisions";
import type { Publishing } from "@/flows/usePublishing";
import type { ListSelection } from "@/ui/table/useListSelection";
import { ConflictBar } from "./ConflictBar";

interface Options {
  job: Job;
  filter: ItemFilter;
  search: string;
  selection: ListSelection<Item>;
  publishing: Publishing;
}

/**
 * Many conflicts at once: those in the selection or, if only conflicts are shown and none is selected, all of them.
 * Returns the bar and its question, nothing without a conflict.
 */
export function useConflictActions(options: Options): ReactNode {
  const { job, filter, search, selection, publishing } = options;
  const decisions = useDecisions(job.id, "page");
  const [asking, setAsking] = useState<SelectedItem[]>();
  const looked = filter === "conflict" || (filter === "all" && selection.count > 0);
  const all = useConflicts(
    job.id,
    filter,
    search,
    looked ? job.counts.conflict : 0,
    selection.asOf,
  );
  const chosen = selection.count > 0;
  const conflicts = chosen
    ? all.filter((item) => selection.has(item.id)).map(seen(selection))
    : all;
  const { clear } = selection;
  // The selected conflicts are settled and have left the list.
  const settled = filter === "conflict" && chosen && all.length > 0 && conflicts.length === 0;
  useEffect(() => {
    if (settled) clear();
  }, [settled, clear]);
  return (
    <>
      {conflicts.length > 0 && (
        <ConflictBar
          n={conflicts.length}
          onKeepTheirs={async () => {
            if (await decisions.apply(conflicts, "rejected")) clear();
          }}
          onUseMine={() =>
            publishing.publish(conflicts.map(asShown), { overwrite: true, onDone: clear })
          }
          onRegenerate={() => setAsking(conflicts)}
          onClear={chosen && filter === "conflict" ? clear : undefined}
        />
      )}
      {asking && (
        <RegenerateDialog
          job={job.id}
          items={asking}
          conflicts
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

/** Rows that were chosen one by one are what their rows showed. */
function seen(selection: ListSelection<Item>) {
  const rows = new Map(selection.named().map((item) => [item.id, item]));
  return (item: SelectedItem): SelectedItem => {
    const row = rows.get(item.id);
    return row ? { ...asShown(row), decision: row.decision } : item;
  };
}
