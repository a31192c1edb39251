import { useState } from "react";
import { createPortal } from "react-dom";
import { useNarrowing } from "@/api";
import type { Item, ItemFilter } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { useKeys } from "@/ui/keys/useKeys";
import { Spare } from "@/ui/Page";
import type { ListSelection } from "@/ui/table/useListSelection";
import { ReplaceDialog } from "./ReplaceDialog";

interface FindReplaceProps {
  job: string;
  filter: ItemFilter;
  search: string;
  selection: ListSelection<Item>;
  /** Rows of the list. */
  shown: number;
  /** Where its button is: the head of the page. */
  place: HTMLElement | null;
}

/** The button in the page's head that finds and replaces words in the selected drafts, or in all shown. */
export function FindReplace({ job, filter, search, selection, shown, place }: FindReplaceProps) {
  const [open, setOpen] = useState(false);
  const n = selection.count;
  const narrowing = useNarrowing();
  const { all, ids } = selection.value;
  useKeys("page", [
    { combos: ["mod+h"], label: t.table.find.key, run: () => setOpen(true), off: shown === 0 },
  ]);
  const scope = {
    job_id: job,
    filter,
    search,
    ...narrowing,
    items: all || n === 0 ? [] : [...ids],
    except: all ? [...ids] : [],
  };
  return (
    <>
      {place &&
        shown > 0 &&
        createPortal(
          <Button icon="search" combo="mod+h" onClick={() => setOpen(true)}>
            <Spare>{t.table.find.button(n)}</Spare>
          </Button>,
          place,
        )}
      {open && (
        <ReplaceDialog
          scope={scope}
          count={n === 0 ? shown : n}
          all={n === 0 || n === shown}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
