import { useMediaQuery } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { describeError, useShops } from "@/api";
import type { Shop } from "@/domain/types";
import { count, moment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Page, PageHead, WithPanel } from "@/ui/Page";
import { Empty, ErrorState, Loading } from "@/ui/States";
import type { Column } from "@/ui/table/columns";
import { VirtualTable } from "@/ui/table/VirtualTable";
import text from "@/ui/text.module.css";
import { AddShopPanel } from "./AddShopPanel";
import { CheckShop } from "./CheckShop";
import { ConnectShopify } from "./ConnectShopify";
import { HaltNotice } from "./HaltNotice";
import { PlanPicker } from "./PlanPicker";
import { RemoveShop } from "./RemoveShop";
import { ShopActions } from "./ShopActions";
import { ShopFacts } from "./ShopFacts";

/** What there is no room for beside the panel. */
const BESIDE_PANEL_HIDDEN = new Set(["kind", "synced"]);

interface ShopsPageProps {
  adding: boolean;
  onAdding: (adding: boolean) => void;
  /** The shop that is to get a new token. */
  renewing: string | undefined;
  onRenewed: () => void;
  onOpen: (shop: Shop) => void;
}

/** All shops: what is in them, what waits, and how to add, check and remove one. */
export function ShopsPage(props: ShopsPageProps) {
  const { adding, onAdding, renewing, onRenewed, onOpen } = props;
  const shops = useShops();
  const [checked, setChecked] = useState<Shop>();
  const [entering, setEntering] = useState<Shop>();
  const [leaving, setLeaving] = useState<Shop>();
  const [noted, setNoted] = useState<Shop>();
  const small = useMediaQuery("(max-width: 1179px)");
  const renewed = entering ?? shops.data?.find((shop) => shop.id === renewing);
  const narrow = small || adding || checked !== undefined || renewed !== undefined;
  const columns = useMemo(() => {
    const all = shopColumns(setChecked, setNoted, setLeaving);
    return narrow ? all.filter((column) => !BESIDE_PANEL_HIDDEN.has(column.id)) : all;
  }, [narrow]);
  const rows = shops.data ?? [];

  const panel = () => {
    if (adding)
      return <AddShopPanel shops={rows} onClose={() => onAdding(false)} onAdded={onOpen} />;
    if (renewed) {
      const done = () => {
        setEntering(undefined);
        if (renewing) onRenewed();
      };
      const { title } = t.signIn;
      return (
        <ConnectShopify
          key={renewed.id}
          title={title}
          known={renewed}
          onDone={done}
          onClose={done}
        />
      );
    }
    if (!checked) return undefined;
    return (
      <CheckShop
        key={checked.id}
        shop={checked}
        onSignIn={() => setEntering(checked)}
        onClose={() => setChecked(undefined)}
      />
    );
  };
  return (
    <WithPanel panel={panel()}>
      <Page>
        <PageHead title={t.shops.title} aside={shops.data && t.shops.total(rows.length)}>
          <Button kind="primary" icon="plus" onClick={() => onAdding(true)}>
            {t.shops.add}
          </Button>
        </PageHead>
        {shops.isPending && <Loading />}
        {shops.error && (
          <ErrorState trouble={describeError(shops.error)} onRetry={() => shops.refetch()} />
        )}
        {shops.data && rows.length === 0 && <Empty>{t.shops.empty}</Empty>}
        {rows.map((shop) => (
          <HaltNotice key={shop.id} shop={shop} onSignIn={() => setEntering(shop)} />
        ))}
        {rows.length > 0 && (
          <VirtualTable
            label={t.shops.title}
            columns={columns}
            total={rows.length}
            lineAt={(index) => {
              const row = rows[index];
              return row && { row };
            }}
            idOf={(shop) => shop.id}
            nameOf={(shop) => shop.name}
            rowHeight={2.75}
            onOpen={onOpen}
          />
        )}
      </Page>
      {noted && <ShopFacts shop={noted} onClose={() => setNoted(undefined)} />}
      {leaving && <RemoveShop shop={leaving} onClose={() => setLeaving(undefined)} />}
    </WithPanel>
  );
}

function shopColumns(
  onCheck: (shop: Shop) => void,
  onFacts: (shop: Shop) => void,
  onRemove: (shop: Shop) => void,
): Column<Shop>[] {
  const { columns, kinds } = t.shops;
  return [
    {
      id: "shop",
      header: columns.shop,
      width: "minmax(0, 1fr)",
      cell: (shop) => (
        <div className={text.two}>
          <div className={`${text.b} ${text.cut}`}>{shop.name}</div>
          <div className={`${text.xs} ${text.dim} ${text.cut}`}>{shop.domain}</div>
        </div>
      ),
    },
    { id: "kind", header: columns.kind, width: "7rem", cell: (shop) => kinds[shop.kind] },
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
      width: "18rem",
      right: true,
      cell: (shop) => (
        <ShopActions
          shop={shop}
          onCheck={() => onCheck(shop)}
          onFacts={() => onFacts(shop)}
          onRemove={() => onRemove(shop)}
        />
      ),
    },
  ];
}
