import { type ReactNode, useState } from "react";
import type { Item } from "@/contract";
import { asShown, isConflict } from "@/domain/item";
import { RegenerateDialog } from "@/flows/RegenerateDialog";
import { useDecisions } from "@/flows/useDecisions";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyPlain } from "@/ui/notify";
import type { InboxRow } from "./rows";

/** The keys that decide about the draft under the cursor; on another line they say where to go. */
export function useDraftKeys(row: InboxRow | undefined, onSkip: (item: Item) => void): ReactNode {
  const item = row?.kind === "draft" ? row.item : undefined;
  const job = row && row.kind !== "shop" ? row.job.id : "";
  const decisions = useDecisions(job, "page");
  const [rewriting, setRewriting] = useState<Item>();
  const on = (run: (item: Item) => void) => () => (item ? run(item) : notifyPlain(t.inbox.choose));
  const words = t.jobs.items;
  const decide = (decision: "approved" | "rejected") =>
    on((one) => decisions.apply([one], decision));
  // On another line they are no action of it.
  const onRow = item !== undefined;
  useKeys("page", [
    { combos: ["a"], label: words.approve, run: decide("approved"), onRow },
    { combos: ["r"], label: words.reject, run: decide("rejected"), onRow },
    { combos: ["s"], label: t.inbox.skip, run: on(onSkip), onRow },
    { combos: ["g"], label: words.regenerate, run: on(setRewriting), onRow },
  ]);
  return (
    rewriting && (
      <RegenerateDialog
        job={rewriting.job_id}
        items={[asShown(rewriting)]}
        conflicts={isConflict(rewriting)}
        onClose={() => setRewriting(undefined)}
      />
    )
  );
}
