import type { Activity } from "@/contract";
import { noteOfActivity } from "@/domain/activity";
import { count, fullMoment, money } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Facts } from "@/ui/Facts";
import { Group, Panel } from "@/ui/Panel";
import { ReasonDetails } from "@/ui/States";
import text from "@/ui/text.module.css";
import { EntryMark } from "./EntryMark";
import { EntryTexts } from "./EntryTexts";

interface EntryPanelProps {
  entry: Activity;
  onUndo: () => void;
  onOpen: (entry: Activity) => void;
  onClose: () => void;
}

/** All there is of one entry: the texts with what changed, and who, when, by which model, at what cost. */
export function EntryPanel({ entry, onUndo, onOpen, onClose }: EntryPanelProps) {
  const words = t.activity;
  const footer = (
    <>
      {entry.place.handle && (
        <Button kind="quiet" onClick={() => onOpen(entry)}>
          {words.open(entry.place.kind)}
        </Button>
      )}
      <span className={text.grow} />
      {entry.can_undo && (
        <Button icon="undo" onClick={onUndo}>
          {words.undo}
        </Button>
      )}
    </>
  );
  return (
    <Panel
      title={words.entry(entry.number)}
      aside={`${words.field(entry.field)}, ${entry.place.title}`}
      footer={footer}
      onClose={onClose}
    >
      <div>
        <div className={text.row}>
          <EntryMark entry={entry} />
          <span className={text.dim}>{noteOfActivity(entry)}</span>
        </div>
        {entry.error && <p className={text.warn}>{entry.error.message}</p>}
        {entry.error && <ReasonDetails reason={entry.error} />}
      </div>
      <EntryTexts entry={entry} />
      <Group label={words.history}>
        <Facts facts={factsOf(entry)} />
      </Group>
    </Panel>
  );
}

function factsOf(entry: Activity): [string, string][] {
  const { facts } = t.activity;
  return [
    [facts.decided, fullMoment(entry.decided_at)],
    [facts.ended, fullMoment(entry.at)],
    [facts.person, entry.person || t.activity.noName],
    [facts.writtenBy, entry.written_by],
    [facts.model, entry.model],
    [facts.prompt, entry.prompt_version],
    [facts.cost, entry.cost_usd === null ? t.activity.unpriced : money(entry.cost_usd)],
    [facts.request, entry.request_id],
    [facts.attempts, count(entry.attempts)],
    [facts.item, entry.item_id || t.activity.editor],
    [facts.undoes, entry.undoes > 0 ? t.activity.entry(entry.undoes) : ""],
    [facts.shaBefore, entry.before_sha256],
    [facts.shaWritten, entry.after_sha256],
  ];
}
