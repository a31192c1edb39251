import { useMemo } from "react";
import type { ChangedText } from "@/contract";
import { isHtml } from "@/domain/fields";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import { ProofFrame } from "@/ui/proof/ProofFrame";
import { clean, markUp } from "@/ui/proof/proof";
import classes from "./PreviewModal.module.css";
import type { View } from "./views";

/** A published text beside the shop's current one, with removed and added words marked. */
export function ChangedColumns({ change, view }: { change: ChangedText; view: View }) {
  const words = t.changed;
  const marked = useMemo(() => {
    const mark = view === "marks" ? markUp : clean;
    const draft = change.on_shop.text;
    return mark({
      html: isHtml(change.field),
      draft,
      original: change.published.text,
      rings: [],
    });
  }, [change, view]);
  return (
    <>
      <Column
        title={words.published}
        note={words.publishedBy(moment(change.published_at), change.person)}
        source={change.published.text}
        html={marked.original}
        view={view}
      />
      <Column
        title={t.review.onShop}
        note={words.seen(moment(change.seen_at))}
        source={change.on_shop.text}
        html={marked.draft}
        view={view}
      />
      <dl className={classes.answers}>
        <dt>{words.takeOver}</dt>
        <dd>{words.takeOverText}</dd>
        <dt>{words.putBack}</dt>
        <dd>{words.putBackHint}</dd>
        <dt>{t.review.editButton}</dt>
        <dd>{words.editText}</dd>
      </dl>
    </>
  );
}

interface ColumnProps {
  title: string;
  note: string;
  source: string;
  html: string;
  view: View;
}

function Column({ title, note, source, html, view }: ColumnProps) {
  return (
    <section className={`${classes.column} ${classes.original}`}>
      <div className={classes.colHead}>
        <b>{title}</b>
        <span className={classes.grow} />
        <span>{note}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
      <div className={classes.scroll} tabIndex={0}>
        {source === "" && <p className={classes.none}>{t.review.emptyOriginal}</p>}
        {source !== "" && view === "source" && <pre className={classes.sourceText}>{source}</pre>}
        {source !== "" && view !== "source" && (
          <div className={classes.quiet}>
            <ProofFrame title={title} html={html} />
          </div>
        )}
      </div>
    </section>
  );
}
