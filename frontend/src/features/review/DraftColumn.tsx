import { useState } from "react";
import type { GoodMark, Item } from "@/contract";
import { isHtml, roleOf } from "@/domain/fields";
import { moment } from "@/lib/format";
import { scaled } from "@/lib/picture";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { Kbd } from "@/ui/Kbd";
import { Picture } from "@/ui/Picture";
import { ProofFrame, type RingPlaces } from "@/ui/proof/ProofFrame";
import type { Marked } from "@/ui/proof/proof";
import { TroubleText } from "@/ui/States";
import { MarginNotes } from "./MarginNotes";
import classes from "./PreviewModal.module.css";
import type { Caret } from "./useEditor";
import type { Notes } from "./useNotes";
import type { View } from "./views";

/** About as wide as the picture is shown, in pixels. */
const PICTURE = 500;

interface DraftColumnProps {
  item: Item;
  view: View;
  marked: Marked;
  notes: Notes | undefined;
  /** Starts the edit where the person clicked. */
  onEdit?: ((caret: Caret) => void) | undefined;
}

interface ColumnProps extends DraftColumnProps {
  onRevisions: (() => void) | undefined;
  good: GoodMark | null;
  onGood: (() => void) | undefined;
}

/** The draft on paper, with the notes of the checks in its margin. */
export function DraftColumn(props: ColumnProps) {
  const { item, view, marked, notes, onRevisions, good, onGood, onEdit } = props;
  const alt = roleOf(item.field) === "alt_text";
  return (
    <section className={`${classes.column} ${classes.draft}`} data-column="draft">
      <div className={classes.colHead}>
        <b>{view === "source" ? t.review.draftSource : alt ? t.review.draftAlt : t.review.draft}</b>
        <span>{measure(item, marked)}</span>
        <Written item={item} />
        {good && onGood && <GoodButton good={good} onGood={onGood} />}
        {onRevisions && (
          <button type="button" className={classes.revisions} onClick={onRevisions}>
            {t.revisions.open(item.revision)} <Kbd combo="h" />
          </button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
      <div className={classes.scroll} tabIndex={0} data-picture={alt || undefined}>
        {item.image && (
          <Picture
            className={classes.picture}
            src={scaled(item.image.url, PICTURE * devicePixelRatio)}
            alt={t.review.picture}
          />
        )}
        <Draft item={item} view={view} marked={marked} notes={notes} onEdit={onEdit} />
      </div>
    </section>
  );
}

/** Which revision it is, by whom and since when; in a narrow column its end is cut off. */
function Written({ item: { id, revision, written_by, written_at } }: { item: Item }) {
  if (revision === 0 || !written_at) return <span className={classes.grow} />;
  const words = t.review.revision(id, revision, written_by, moment(written_at));
  return (
    <span className={`${classes.written} ${classes.cut}`} title={words}>
      {words}
    </span>
  );
}

/** Marks the text as good: others of the shop are written like it. */
function GoodButton({ good, onGood }: { good: GoodMark; onGood: () => void }) {
  const words = t.review.good;
  return (
    <button
      type="button"
      className={classes.revisions}
      aria-pressed={good.marked}
      title={good.marked ? words.markedBy(good.by) : words.hint}
      onClick={onGood}
    >
      {good.marked && <Icon shape="check" tone="ok" small />}{" "}
      {good.marked ? words.marked : words.mark} <Kbd combo="m" />
    </button>
  );
}

function measure(item: Item, marked: Marked): string {
  if (item.state !== "generated") return "";
  if (isHtml(item.field)) return t.review.words(marked.draftWords);
  return t.review.chars(marked.draftLength);
}

function Draft({ item, view, marked, notes, onEdit }: DraftColumnProps) {
  const [rings, setRings] = useState<RingPlaces>({});
  if (item.state === "failed" && item.error) {
    return (
      <div className={classes.paper}>
        <TroubleText trouble={{ detail: "", ...item.error }} />
      </div>
    );
  }
  if (item.state !== "generated") {
    const words = item.state === "generating" ? t.review.writing : t.review.waiting;
    return <p className={`${classes.paper} ${classes.none}`}>{words}</p>;
  }
  if (view === "source") return <pre className={classes.sourceText}>{item.content}</pre>;
  return (
    <div className={classes.paper}>
      <ProofFrame
        title={t.review.frameDraft}
        html={marked.draft}
        onRings={setRings}
        onClick={onEdit}
      />
      {view === "marks" && (
        <MarginNotes warnings={item.warnings ?? []} rings={rings} notes={notes} />
      )}
    </div>
  );
}
