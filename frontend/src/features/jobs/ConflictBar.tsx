import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { SelectionBar } from "@/ui/SelectionBar";

interface ConflictBarProps {
  n: number;
  onKeepTheirs: () => void;
  onUseMine: () => void;
  onRegenerate: () => void;
  /** Undefined where nothing is chosen: the bar then is about all of them. */
  onClear: (() => void) | undefined;
}

/** What can be done with many conflicts at once. */
export function ConflictBar({ n, onClear, ...does }: ConflictBarProps) {
  const words = t.conflict;
  return (
    <SelectionBar label={words.many} title={words.count(n)} note={words.manyNote}>
      {onClear && (
        <Button kind="quiet" small combo="escape" onClick={onClear}>
          {t.common.clear}
        </Button>
      )}
      <Button kind="quiet" small onClick={does.onRegenerate}>
        {words.regenerateMany(n)}
      </Button>
      <Button small onClick={does.onKeepTheirs}>
        {words.keepTheirsMany(n)}
      </Button>
      <Button small onClick={does.onUseMine}>
        {words.useMineMany(n)}
      </Button>
    </SelectionBar>
  );
}
