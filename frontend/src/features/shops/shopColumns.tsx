import type { ShopOverview } from "@/contract";
import { kindLabel } from "@/domain/shop";
import { syncProgress } from "@/flows/useSync";
import { count, moment } from "@/lib/format";
import { t } from "@/strings";
import type { Column } from "@/ui/table/columns";
import text from "@/ui/text.module.css";
import { PlanPicker } from "./PlanPicker";
import { ShopActions } from "./ShopActions";

/** Columns without room in a narrow window, beside the panel, and in both cases. */
const HIDDEN_NARROW = new Set(["kind", "synced"]);
const HIDDEN_BESIDE_PANEL = new Set([...HIDDEN_NARROW, "products"]);
const HIDDEN_NARROW_BESIDE_PANEL = new Set([...HIDDEN_BESIDE_PANEL, "plan", "actions"]);

interface RowActions {
  check: (shop: ShopOverview) => void;
  /** Opens the shop's facts. */
  note: (shop: ShopOverview) => void;
  /** Asks whether to remove it from Galley. */
  leave: (shop: ShopOverview) => void;
}

/** The shops: kind, plan, counts, what waits, actions. */
export function shopColumns(
  actions: RowActions,
  narrow: boolean,
  beside: boolean,
): Column<ShopOverview>[] {
  const { columns } = t.shops;
  const all: Column<ShopOverview>[] = [
    {
      id: "shop",
      header: columns.shop,
      width: "minmax(0, 1fr)",
      cell: (shop) => (
        <div className={text.two}>
          <div className={`${text.b} ${text.cut}`}>{shop.name}</div>
          <div className={`${text.xs} ${text.dim} ${text.cut}`}>
            {(shop.sync && syncProgress(shop)) || shop.domain}
          </div>
        </div>
      ),
    },
    { id: "kind", header: columns.kind, width: "7rem", cell: kindLabel },
    {
      id: "plan",
      header: columns.plan,
      width: "4.75rem",
      cell: (shop) => <PlanPicker shop={shop} />,
    },
    {
      id: "products",
      header: columns.products,
      width: "5rem",
      right: true,
      cell: (shop) => count(shop.product_count),
    },
    {
      id: "review",
      header: columns.review,
      width: "6rem",
      right: true,
      cell: (shop) =>
        shop.to_review === 0 ? (
          <span className={text.dim}>{t.shops.noneWaiting}</span>
        ) : (
          <span className={`${text.wait} ${text.b}`}>{count(shop.to_review)}</span>
        ),
    },
    {
      id: "synced",
      header: columns.synced,
      width: "6.5rem",
      right: true,
      cell: (shop) => (
        <span className={text.mut}>
          {shop.synced_at ? moment(shop.synced_at) : t.shops.neverSynced}
        </span>
      ),
    },
    {
      id: "actions",
      header: t.common.actions,
      unseen: true,
      width: "20rem",
      right: true,
      cell: (shop) => (
        <ShopActions
          shop={shop}
          onCheck={() => actions.check(shop)}
          onFacts={() => actions.note(shop)}
          onRemove={() => actions.leave(shop)}
        />
      ),
    },
  ];
  const hidden = hiddenColumns(narrow, beside);
  return all.filter((column) => !hidden?.has(column.id));
}

function hiddenColumns(narrow: boolean, beside: boolean): Set<string> | undefined {
  if (beside) return narrow ? HIDDEN_NARROW_BESIDE_PANEL : HIDDEN_BESIDE_PANEL;
  return narrow ? HIDDEN_NARROW : undefined;
}
