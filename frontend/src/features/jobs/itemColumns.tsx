import type { Field, Item, ShopOverview } from "@/contract";
import { placeOf } from "@/domain/fields";
import { draftWords, markNote, otherProducts, remarks, shownMark } from "@/domain/item";
import { gradeOf } from "@/domain/score";
import { showsScores } from "@/domain/shop";
import { isClaim } from "@/domain/warning";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { IconButton } from "@/ui/IconButton";
import { Mark } from "@/ui/Mark";
import { Score } from "@/ui/Score";
import { Thumb } from "@/ui/Thumb";
import type { Column } from "@/ui/table/columns";
import text from "@/ui/text.module.css";
import classes from "./itemColumns.module.css";

export interface RowActions {
  preview: (item: Item) => void;
  /** Opens the editor of the item's product or collection. */
  open: (item: Item) => void;
  publish: (item: Item) => void;
  undo: (item: Item) => void;
  reopen: (item: Item) => void;
  retry: (item: Item) => void;
  /** Opens the product's page on the shop. */
  view: (item: Item) => void;
  /** Withdraws its publication. */
  withdraw: (item: Item) => void;
}

/** The items of a job: product or collection, draft, score, status, actions. */
export function itemColumns(
  shop: ShopOverview,
  field: Field,
  inBatch: boolean,
  actions: RowActions,
): Column<Item>[] {
  const words = t.jobs.items;
  const scores = showsScores(shop);
  return [
    {
      id: "picture",
      header: t.common.picture,
      unseen: true,
      width: "2rem",
      cell: (item) => <Thumb src={item.thumbnail} />,
    },
    {
      id: "product",
      header: words.place(placeOf(field) === "collection"),
      sort: "product",
      width: "clamp(6.5rem, 14vw, 12.875rem)",
      cell: (item) => <Product item={item} onOpen={actions.open} />,
    },
    { id: "draft", header: words.draft, sort: "length", width: "minmax(0, 1fr)", cell: draft },
    {
      id: "score",
      header: scores ? words.scoreAndWarnings : words.warningsOnly,
      sort: scores ? "score" : "warnings",
      width: "clamp(5rem, 11vw, 9.875rem)",
      cell: (item) => score(item, scores),
    },
    {
      id: "standing",
      header: words.onShop,
      sort: "state",
      width: "clamp(5.5rem, 12vw, 11rem)",
      cell: (item) => standing(item, shop, inBatch),
    },
    {
      id: "actions",
      header: t.common.actions,
      unseen: true,
      width: "10.5rem",
      cell: (item) => <Actions item={item} actions={actions} />,
    },
  ];
}

function Product({ item, onOpen }: { item: Item; onOpen: (item: Item) => void }) {
  const others = otherProducts(item);
  return (
    <div className={text.two}>
      <div className={text.cut}>
        <button
          type="button"
          className={`${classes.link} ${text.link}`}
          tabIndex={-1}
          onClick={() => onOpen(item)}
        >
          {item.place.title}
        </button>
      </div>
      <div
        className={`${text.xs} ${text.dim} ${text.cut}`}
        title={others.map(({ title }) => title).join(", ") || undefined}
      >
        {others.length > 0 ? t.jobs.items.alsoShownBy(others.length) : item.place.handle}
      </div>
    </div>
  );
}

function draft(item: Item) {
  if (item.state !== "generated") return <span className={text.dim}>{t.jobs.items.noDraft}</span>;
  const words = draftWords(item);
  if (words === "") return <span className={text.dim}>{t.jobs.items.emptyDraft}</span>;
  return <span className={text.clamp2}>{words.slice(0, 400)}</span>;
}

function score(item: Item, scores: boolean) {
  const { all, words } = remarks(item);
  const first = all[0];
  const shown = scores ? item.score : null;
  if (!shown && !first) return <span className={text.dim}>{t.common.none}</span>;
  return (
    <div className={text.two}>
      {shown && <Score total={shown.total} grade={gradeOf(shown.total)} />}
      {first && (
        <div className={`${text.xs} ${text.cut} ${text.warn} ${text.b}`} title={first.message}>
          <Icon shape={first.end > 0 ? "edit" : "warn"} small tone="warn" />{" "}
          {all.length === 1 && !isClaim(first) ? first.message : words}
        </div>
      )}
    </div>
  );
}

function standing(item: Item, shop: ShopOverview, inBatch: boolean) {
  const note = markNote(item, shop);
  return (
    <div className={text.two}>
      <div>
        {/* For hours nothing happens to it. */}
        <Mark of={inBatch && item.mark === "generating" ? "pending" : shownMark(item, shop)} />
      </div>
      {note && (
        <div className={`${text.xs} ${text.cut} ${text.dim}`} title={whyOf(item, shop)}>
          {note}
        </div>
      )}
    </div>
  );
}

function whyOf(item: Item, shop: ShopOverview): string | undefined {
  const reason = item.publish_state === "queued" ? shop.halted : item.error;
  return reason?.message;
}

function Actions({ item, actions }: { item: Item; actions: RowActions }) {
  const words = t.jobs.items;
  const row = (label: string, run: (item: Item) => void) => (
    <Button kind="quiet" small label={`${label} ${item.place.title}`} onClick={() => run(item)}>
      {label}
    </Button>
  );
  return (
    <div className={classes.actions}>
      {item.state === "generated" && row(words.preview, actions.preview)}
      {item.state === "failed" && row(words.why, actions.preview)}
      {item.mark === "conflict" && row(words.compare, actions.preview)}
      {item.can.withdraw && row(words.withdraw, actions.withdraw)}
      {item.mark === "rejected" && item.can.decide && row(words.reopen, actions.reopen)}
      {item.can.retry && row(words.retry, actions.retry)}
      {item.can.publish_all && row(words.publish, actions.publish)}
      {item.can.undo && row(words.undo, actions.undo)}
      {item.product.handle !== "" && (
        <IconButton
          shape="external"
          small
          label={`${t.review.viewProduct} ${item.place.title}`}
          onClick={() => actions.view(item)}
        />
      )}
    </div>
  );
}
