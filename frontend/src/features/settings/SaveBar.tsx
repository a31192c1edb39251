import { t } from "@/strings";
import { Button } from "@/ui/Button";
import classes from "./settings.module.css";

interface SaveBarProps {
  changes: string[];
  busy: boolean;
  onSave: () => void;
  onDiscard: () => void;
}

/** The changes that are not saved. */
export function SaveBar({ changes, busy, onSave, onDiscard }: SaveBarProps) {
  return (
    <div className={classes.bar} role="status">
      <i />
      <b>{t.settings.changes(changes.length)}</b>
      <span>{changes.join(", ")}</span>
      <span className={classes.grow} />
      <Button kind="quiet" onClick={onDiscard}>
        {t.common.discard}
      </Button>
      <Button kind="primary" combo="mod+s" busy={busy} onClick={onSave}>
        {t.common.save}
      </Button>
    </div>
  );
}
