import { useState } from "react";
import { isHtml } from "@/domain/fields";
import { shopValue } from "@/domain/product";
import type { Item, Product } from "@/domain/types";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { ProofFrame } from "@/ui/proof/ProofFrame";
import { clean, type Marked } from "@/ui/proof/proof";
import { Segments } from "@/ui/Segments";
import classes from "./PreviewModal.module.css";
import type { View } from "./views";

interface OriginalColumnProps {
  item: Item;
  product: Product | null;
  view: View;
  marked: Marked;
}

/** What the draft replaces. In a conflict both: what it was written for, and what stands there now. */
export function OriginalColumn({ item, product, view, marked }: OriginalColumnProps) {
  const [now, setNow] = useState(true);
  const conflict = item.on_shop !== null;
  const before = conflict && !now;
  const source = before ? item.original : (item.on_shop?.text ?? item.original);
  return (
    <section className={`${classes.column} ${classes.original}`} data-column="original">
      <div className={classes.colHead}>
        {conflict ? (
          <>
            <b>{t.review.onShopShort}</b>
            <span className={classes.grow} />
            <Segments
              label={t.review.onShop}
              value={now ? "now" : "before"}
              onChange={(value) => setNow(value === "now")}
              options={[
                { value: "now", label: t.review.now },
                { value: "before", label: t.review.whenWritten },
              ]}
            />
          </>
        ) : (
          <>
            <b>{item.publish_state === "published" ? t.review.before : t.review.onShop}</b>
            <span>{source !== "" && measure(item, marked)}</span>
            <span className={classes.grow} />
            <Standing item={item} product={product} />
          </>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
      <div className={classes.scroll} tabIndex={0}>
        {source === "" && <p className={classes.none}>{t.review.emptyOriginal}</p>}
        {source !== "" && view === "source" && <pre className={classes.sourceText}>{source}</pre>}
        {source !== "" && view !== "source" && (
          <div className={classes.quiet}>
            <ProofFrame
              title={before ? t.review.frameOriginal : t.review.frameShop}
              quiet
              html={before ? plainOriginal(item) : marked.original}
            />
          </div>
        )}
      </div>
    </section>
  );
}

function measure(item: Item, marked: Marked): string {
  if (isHtml(item.field)) return t.review.words(marked.originalWords);
  return t.review.chars(marked.originalLength);
}

function plainOriginal(item: Item): string {
  const { original } = item;
  return clean({ html: isHtml(item.field), draft: "", original, rings: [] }).original;
}

/** Whether the local copy still has what the draft was written for. */
function Standing({ item, product }: { item: Item; product: Product | null }) {
  if (item.publish_state === "published") return <span>{t.review.published}</span>;
  if (!product || item.publish_state !== "unpublished") return null;
  const same = shopValue(product, item.field, item.image?.id) === item.original;
  return (
    <span>
      <Icon shape={same ? "check" : "warn"} tone={same ? "ok" : "warn"} small />{" "}
      {same ? t.review.unchanged : t.review.changed}
    </span>
  );
}
