import type { ComponentProps } from "react";
import { useShop } from "@/api";
import type { Proof } from "@/contract";
import { isHtml } from "@/domain/fields";
import { showsScores } from "@/domain/shop";
import { ChangedColumns } from "./ChangedColumns";
import { ConflictColumns } from "./ConflictColumns";
import { DraftColumn } from "./DraftColumn";
import { Inspector, type InspectorTab } from "./Inspector";
import { fitsMargin } from "./MarginNotes";
import { OriginalColumn } from "./OriginalColumn";
import classes from "./PreviewModal.module.css";
import { MeanwhileColumn } from "./paper/MeanwhileColumn";
import { PaperColumn } from "./paper/PaperColumn";
import { useCompared } from "./useCompared";
import type { Editor } from "./useEditor";
import { useMarked } from "./useMarked";
import { useNextNote } from "./useNextNote";
import { useNotes } from "./useNotes";
import type { PreviewActions } from "./usePreviewActions";
import type { View } from "./views";

/** What is shown beside the draft if there is no room for both. */
export type Side = "original" | "inspector";

interface PreviewColumnsProps {
  proof: Proof;
  view: View;
  side: Side;
  tab: InspectorTab;
  onTab: (tab: InspectorTab) => void;
  /** Whether there is room for the inspector beside both texts. */
  wide: boolean;
  /** Both texts of a conflict are compared, with the one that the draft was written for. */
  conflict: boolean;
  actions: PreviewActions;
  /** Whether this draft is on the screen. */
  painted: () => boolean;
}

/** The draft, the text it replaces, and the results of the checks; in a conflict the three texts. */
export function PreviewColumns({
  proof,
  view,
  side,
  tab,
  onTab,
  wide,
  conflict,
  actions,
  painted,
}: PreviewColumnsProps) {
  const { item } = proof;
  const { editor, paper, editing } = actions;
  const shop = useShop(item.shop_id);
  const shopText = useCompared(proof, editing);
  const marked = useMarked(proof, shopText.text ?? "", view);
  const compared = (conflict || (item.changed !== null && !editing)) && side === "original";
  const rich = !editing || isHtml(item.field);
  const inMargin = view === "marks" && rich && fitsMargin(paper.proof.item.warnings ?? []);
  const inTab = tab === "facts" && (wide || side === "inspector");
  const notes = useNotes({
    proof: paper.proof,
    editing: editing || compared,
    typed: paper.typed,
    shows: (note) => inTab || (inMargin && note.kind === "words"),
    painted,
  });
  useNextNote(notes);
  if (item.changed && !editing && side === "original") {
    return (
      <div className={classes.two}>
        <ChangedColumns change={item.changed} view={view} />
      </div>
    );
  }
  if (conflict && side === "original") {
    return (
      <div className={classes.three}>
        <ConflictColumns item={item} view={view} />
      </div>
    );
  }
  return (
    <div className={classes.columns} data-side={side}>
      {editing ? (
        <PaperColumn key={item.id} paper={paper} editor={editor} view={view} notes={notes} />
      ) : (
        <DraftColumn
          item={item}
          view={view}
          marked={marked}
          notes={notes}
          onRevisions={actions.compare}
          good={proof.good}
          onGood={actions.markGood}
          onEdit={actions.edit}
        />
      )}
      <OtherText editor={editor} item={item} shop={shopText} view={view} marked={marked} />
      <Inspector
        proof={paper.proof}
        was={paper.was}
        scores={showsScores(shop)}
        tab={tab}
        onTab={onTab}
        onView={actions.viewProduct}
        notes={notes}
        listed={!inMargin}
      />
      {notes?.dialog}
    </div>
  );
}

type OtherTextProps = ComponentProps<typeof OriginalColumn> & { editor: Editor };

/** Beside the draft: the shop's text or, while one edits, a draft that was saved meanwhile. */
function OtherText({ editor, ...original }: OtherTextProps) {
  if (!editor.overtaken) return <OriginalColumn {...original} />;
  return <MeanwhileColumn item={original.item} mine={editor.text} view={original.view} />;
}
