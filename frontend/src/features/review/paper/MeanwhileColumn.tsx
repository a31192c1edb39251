import { useMemo } from "react";
import type { Item } from "@/contract";
import { isHtml } from "@/domain/fields";
import { t } from "@/strings";
import { ProofFrame } from "@/ui/proof/ProofFrame";
import { markUp } from "@/ui/proof/proof";
import modal from "../PreviewModal.module.css";
import type { View } from "../views";

interface MeanwhileColumnProps {
  item: Item;
  mine: string;
  view: View;
}

/** The draft that was saved while the person typed: what it has and the typed text has not is underlined. */
export function MeanwhileColumn({ item, mine, view }: MeanwhileColumnProps) {
  const html = useMemo(
    () =>
      markUp({ html: isHtml(item.field), draft: item.content, original: mine, rings: [] }).draft,
    [item.field, item.content, mine],
  );
  const words = t.review.paper.overtaken;
  return (
    <section className={`${modal.column} ${modal.original}`} data-column="original">
      <div className={modal.colHead}>
        <b>{words.column(item.revision)}</b>
        <span>{words.by(item.written_by)}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
      <div className={modal.scroll} tabIndex={0}>
        {view === "source" ? (
          <pre className={modal.sourceText}>{item.content}</pre>
        ) : (
          <div className={modal.quiet}>
            <ProofFrame title={words.column(item.revision)} quiet html={html} />
          </div>
        )}
      </div>
    </section>
  );
}
