import type { Item } from "@/contract";
import { sameText, slotOfDraft, type TextState } from "@/domain/desk";
import { draftWords } from "@/domain/item";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Mark } from "@/ui/Mark";
import text from "@/ui/text.module.css";
import classes from "./editor.module.css";
import type { Texts } from "./useTexts";

interface DraftsProps {
  drafts: Item[];
  texts: Texts;
  onItem: (job: string, position: number) => void;
}

/** Everything that jobs wrote for this product or collection, newest first. */
export function Drafts({ drafts, texts, onItem }: DraftsProps) {
  const words = t.editor;
  return (
    <section className={classes.section}>
      <h2>
        {words.drafts}
        <small>{words.draftsNote(drafts.length)}</small>
      </h2>
      {drafts.length === 0 && <p className={classes.none}>{words.noDrafts(texts.of.kind)}</p>}
      <ul>
        {drafts.map((draft) => (
          <Draft
            key={draft.id}
            draft={draft}
            state={texts.states.find((state) => state.key === slotOfDraft(draft))}
            onUse={texts.type}
            onItem={onItem}
          />
        ))}
      </ul>
    </section>
  );
}

interface DraftProps {
  draft: Item;
  /** The place it was written for; undefined where its picture is gone. */
  state: TextState | undefined;
  onUse: (state: TextState, text: string) => void;
  onItem: (job: string, position: number) => void;
}

function Draft({ draft, state, onUse, onItem }: DraftProps) {
  const words = t.editor;
  const inField = state !== undefined && sameText(draft.field, state.text, draft.content);
  const at = draft.written_at ? moment(draft.written_at) : "";
  return (
    <li className={classes.entry}>
      <div className={classes.entryHead}>
        <b>{words.slot(draft.field, state?.image?.position)}</b>
        <button
          type="button"
          className={`${text.opener} ${text.link}`}
          aria-label={words.openDraft(draft.job_id, draft.field)}
          onClick={() => onItem(draft.job_id, draft.position)}
        >
          {words.ofJob(draft.job_id)}
        </button>
        <span className={text.grow} />
        <Mark of={draft.mark} />
      </div>
      <p className={text.clamp2}>{draftWords(draft).slice(0, 300) || words.emptyDraft}</p>
      <div className={classes.entryFoot}>
        <span className={text.cut}>{words.writtenBy(draft.written_by, at)}</span>
        <span className={text.grow} />
        {inField && (
          <span className={classes.standing}>
            {state.status === "same" ? words.onShop : words.inField}
          </span>
        )}
        {state && !inField && state.status !== "sending" && (
          <Button
            small
            label={words.takeLabel(draft.field, draft.job_id)}
            onClick={() => onUse(state, draft.content)}
          >
            {words.use}
          </Button>
        )}
      </div>
    </li>
  );
}
