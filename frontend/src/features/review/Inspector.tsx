import type { Proof } from "@/contract";
import { notesOf } from "@/domain/notes";
import { gradeOf } from "@/domain/score";
import { t } from "@/strings";
import { Kbd } from "@/ui/Kbd";
import { FactsTab } from "./facts/FactsTab";
import classes from "./Inspector.module.css";
import modal from "./PreviewModal.module.css";
import { ScoreTab } from "./ScoreTab";
import type { Notes } from "./useNotes";

/** What the inspector shows. */
export type InspectorTab = "score" | "facts";

interface InspectorProps {
  proof: Proof;
  /** While the draft is edited: as it was before. */
  was?: Proof | undefined;
  /** Whether SEO scores are part of the shop's plan. */
  scores: boolean;
  tab: InspectorTab;
  onTab: (tab: InspectorTab) => void;
  onView: (() => void) | undefined;
  notes: Notes | undefined;
  /** The margin does not show the notes now: they are answered here. */
  listed: boolean;
}

/** The results of the checks in two tabs: the score, rule by rule, and the facts. */
export function Inspector(props: InspectorProps) {
  const { proof, was, scores, tab, onTab, onView, notes, listed } = props;
  return (
    <aside
      className={`${modal.column} ${classes.inspector}`}
      aria-label={t.review.inspector}
      data-column="inspector"
    >
      <div className={classes.tabs} role="tablist" aria-label={t.review.inspector}>
        <Tab tab="score" current={tab} onTab={onTab} label={t.review.tabs.score}>
          {scores && <ScoreResult proof={proof} />}
        </Tab>
        <Tab tab="facts" current={tab} onTab={onTab} label={t.review.tabs.facts}>
          <FactsResult proof={proof} />
        </Tab>
        <span className={modal.grow} />
        <Kbd combo="f" />
      </div>
      <div
        className={modal.scroll}
        role="tabpanel"
        id={PANEL}
        aria-labelledby={`${PANEL}-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too
        tabIndex={0}
      >
        {tab === "score" ? (
          <ScoreTab proof={proof} was={was} scores={scores} onView={onView} />
        ) : (
          <FactsTab proof={proof} notes={notes} listed={listed} />
        )}
      </div>
    </aside>
  );
}

const PANEL = "inspector-panel";

interface TabProps {
  tab: InspectorTab;
  current: InspectorTab;
  onTab: (tab: InspectorTab) => void;
  label: string;
  children: React.ReactNode;
}

function Tab({ tab, current, onTab, label, children }: TabProps) {
  return (
    <button
      type="button"
      role="tab"
      id={`${PANEL}-${tab}`}
      aria-selected={tab === current}
      aria-controls={PANEL}
      aria-keyshortcuts="F"
      onClick={() => onTab(tab)}
    >
      {label} {children}
    </button>
  );
}

function ScoreResult({ proof: { item } }: { proof: Proof }) {
  if (!item.score) return null;
  const grade = gradeOf(item.score.total);
  return (
    <b data-verdict={grade}>
      {item.score.total} {t.grades[grade]}
    </b>
  );
}

/** How many notes hold the draft back. */
function FactsResult({ proof }: { proof: Proof }) {
  if (proof.item.state !== "generated") return null;
  const held = notesOf(proof).filter((note) => note.held).length;
  if (held > 0) return <b data-verdict="poor">{t.review.toSettle(held)}</b>;
  return <b data-verdict="good">{t.review.settled}</b>;
}
