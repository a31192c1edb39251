import { useMemo } from "react";
import type { Item } from "@/contract";
import { isHtml } from "@/domain/fields";
import { t } from "@/strings";
import { ProofFrame } from "@/ui/proof/ProofFrame";
import { clean, markUp } from "@/ui/proof/proof";
import classes from "./PreviewModal.module.css";
import type { View } from "./views";

interface Text {
  title: string;
  html: string;
  source: string;
}

/** A conflict side by side: the text the draft was written for, the shop's text now, the draft. */
export function ConflictColumns({ item, view }: { item: Item; view: View }) {
  const texts = useMemo(() => threeTexts(item, view === "marks"), [item, view]);
  return texts.map(({ title, html, source }, i) => {
    const draft = i === texts.length - 1;
    return (
      <section
        key={title}
        className={`${classes.column} ${draft ? classes.draft : classes.original}`}
      >
        <div className={classes.colHead}>
          <b>{title}</b>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
        <div className={classes.scroll} tabIndex={0}>
          {source === "" && <p className={classes.none}>{t.review.emptyOriginal}</p>}
          {source !== "" && view === "source" && <pre className={classes.sourceText}>{source}</pre>}
          {source !== "" && view !== "source" && (
            <div className={classes.quiet}>
              <ProofFrame title={title} quiet={!draft} html={html} />
            </div>
          )}
        </div>
      </section>
    );
  });
}

/** The first text with the words that the shop removed, the others with additions to the one before. */
function threeTexts(item: Item, marks: boolean): Text[] {
  const html = isHtml(item.field);
  const now = item.on_shop?.text ?? "";
  const mark = (draft: string, original: string) =>
    (marks ? markUp : clean)({ html, draft, original, rings: [] });
  const theirs = mark(now, item.original);
  return [
    { title: t.conflict.written, source: item.original, html: theirs.original },
    { title: t.conflict.now, source: now, html: theirs.draft },
    { title: t.conflict.draft, source: item.content, html: mark(item.content, now).draft },
  ];
}
