import { VisuallyHidden } from "@mantine/core";
import "@mantine/core/styles/VisuallyHidden.layer.css";
import { useState } from "react";
import type { Item } from "@/contract";
import { isHtml } from "@/domain/fields";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { ProofFrame } from "@/ui/proof/ProofFrame";
import { clean, type Marked } from "@/ui/proof/proof";
import { Segments } from "@/ui/Segments";
import classes from "./PreviewModal.module.css";
import type { ShopSide } from "./shopSide";
import type { View } from "./views";

interface OriginalColumnProps {
  item: Item;
  shop: ShopSide;
  view: View;
  marked: Marked;
}

/** The text that the draft replaces. In a conflict both: the one it was written for, and the shop's text now. */
export function OriginalColumn({ item, shop, view, marked }: OriginalColumnProps) {
  const [now, setNow] = useState(true);
  const conflict = item.on_shop !== null;
  const before = conflict && !now;
  const source = before ? item.original : shop.text;
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
            <b>{nameOf(shop)}</b>
            <span>{source && measure(item, marked)}</span>
            <span className={classes.grow} />
            {shop.other && (
              <button type="button" className={classes.revisions} onClick={shop.other.show}>
                {shop.other.label}
              </button>
            )}
            {!shop.other && <Standing item={item} shop={shop} />}
          </>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
      <div className={classes.scroll} tabIndex={0}>
        {!source && <p className={classes.none}>{emptyText(source, shop)}</p>}
        {source && view === "source" && <pre className={classes.sourceText}>{source}</pre>}
        {source && view !== "source" && (
          <div className={classes.quiet}>
            <ProofFrame
              title={before ? t.review.frameOriginal : t.review.frameShop}
              quiet
              html={before ? plainOriginal(item) : marked.original}
            />
            {view === "marks" && marked.plain && !before && item.state === "generated" && (
              <p className={classes.hint}>{t.noteList.plain}</p>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

function nameOf({ kind, revision = 0 }: ShopSide): string {
  if (kind === "seen") return t.regenerating.seen(revision);
  return kind === "before" ? t.review.before : t.review.onShop;
}

/** Why no text is shown: the field is empty, or its content is unknown. */
function emptyText(source: string | null, { kind }: ShopSide): string {
  const words = t.review;
  if (kind === "before") return source === null ? words.notKnownBefore : words.wasEmpty;
  return source === null ? words.notKnown : words.emptyOriginal;
}

function measure(item: Item, marked: Marked): string {
  if (isHtml(item.field)) return t.review.words(marked.originalWords);
  return t.review.chars(marked.originalLength);
}

function plainOriginal(item: Item): string {
  const { original } = item;
  return clean({ html: isHtml(item.field), draft: "", original, rings: [] }).original;
}

/** When the shop was seen with the text; of a draft, whether it is still the one that it was written for. */
function Standing({ item, shop }: { item: Item; shop: ShopSide }) {
  if (shop.kind === "before") return <span>{t.review.published}</span>;
  const at = shop.seenAt ? t.review.seen(moment(shop.seenAt)) : undefined;
  const seen = at && <span>{at}</span>;
  const waits = item.publish_state === "unpublished" || item.publish_state === "undone";
  if (item.state !== "generated" || !waits || shop.text === null) return seen;
  const same = shop.text === item.original;
  return (
    <span title={at}>
      <Icon shape={same ? "check" : "warn"} tone={same ? "ok" : "warn"} small />{" "}
      {same ? t.review.unchanged : t.review.changed}
      {at && <VisuallyHidden>{at}</VisuallyHidden>}
    </span>
  );
}
