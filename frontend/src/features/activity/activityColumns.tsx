import type { Activity } from "@/contract";
import { noteOfActivity, wordsOfActivity } from "@/domain/activity";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import type { Column } from "@/ui/table/columns";
import text from "@/ui/text.module.css";
import { EntryMark } from "./EntryMark";

interface RowActions {
  details: (entry: Activity) => void;
  undo: (entry: Activity) => void;
}

const BESIDE_PANEL_HIDDEN = new Set(["text", "who", "actions"]);

/**
 * The entries of the ledger: when, which place, what text, by whom, how it ended, and the way back.
 * Beside the panel of an entry only what tells one from another stays.
 */
export function activityColumns(actions: RowActions, beside: boolean): Column<Activity>[] {
  const { details, undo } = actions;
  const words = t.activity;
  const columns: Column<Activity>[] = [
    { id: "when", header: words.when, width: "4.75rem", cell: (entry) => moment(entry.at) },
    {
      id: "product",
      header: words.product,
      width: beside ? "minmax(0, 1fr)" : "clamp(8rem, 15vw, 13rem)",
      cell: (entry) => <Place entry={entry} onOpen={details} />,
    },
    { id: "text", header: words.text, width: "minmax(0, 1fr)", cell: written },
    { id: "who", header: words.who, width: "clamp(5.5rem, 10vw, 9rem)", cell: who },
    { id: "result", header: words.result, width: "clamp(6.5rem, 9vw, 8.5rem)", cell: result },
    {
      id: "actions",
      header: t.common.actions,
      unseen: true,
      width: "4rem",
      cell: (entry) =>
        entry.can_undo && (
          <Button
            kind="quiet"
            small
            label={words.undoLabel(entry.field, entry.place.title)}
            onClick={() => undo(entry)}
          >
            {words.undo}
          </Button>
        ),
    },
  ];
  return beside ? columns.filter(({ id }) => !BESIDE_PANEL_HIDDEN.has(id)) : columns;
}

function Place({ entry, onOpen }: { entry: Activity; onOpen: (entry: Activity) => void }) {
  return (
    <div className={text.two}>
      <div className={text.cut}>
        <button type="button" className={text.opener} tabIndex={-1} onClick={() => onOpen(entry)}>
          {entry.place.title}
        </button>
      </div>
      <div className={`${text.xs} ${text.dim} ${text.cut}`}>{t.activity.field(entry.field)}</div>
    </div>
  );
}

function written(entry: Activity) {
  if (entry.error) return <span className={text.clamp2}>{entry.error.message}</span>;
  const shown = wordsOfActivity(entry);
  if (shown === "") {
    return (
      <span className={text.dim}>{entry.after.null ? t.activity.unset : t.activity.empty}</span>
    );
  }
  return <span className={text.clamp2}>{shown}</span>;
}

function who({ person, model }: Activity) {
  return (
    <div className={text.two}>
      {person === "" ? (
        <div className={`${text.cut} ${text.dim}`}>{t.activity.noName}</div>
      ) : (
        <div className={text.cut}>{person}</div>
      )}
      <div className={`${text.xs} ${text.dim} ${text.cut}`}>{model}</div>
    </div>
  );
}

function result(entry: Activity) {
  const note = noteOfActivity(entry);
  return (
    <div className={text.two}>
      <div>
        <EntryMark entry={entry} />
      </div>
      {note !== "" && <div className={`${text.xs} ${text.dim} ${text.cut}`}>{note}</div>}
    </div>
  );
}
