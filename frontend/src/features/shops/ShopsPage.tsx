import { useMediaQuery } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { describeError, useShops } from "@/api";
import type { ShopOverview } from "@/contract";
import { compareNames } from "@/lib/fold";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { useKeys } from "@/ui/keys/useKeys";
import { Page, PageHead, Tools, WithPanel } from "@/ui/Page";
import { Empty, ErrorState, Loading } from "@/ui/States";
import { VirtualTable } from "@/ui/table/VirtualTable";
import text from "@/ui/text.module.css";
import { AddShopPanel } from "./AddShopPanel";
import { CheckShop } from "./CheckShop";
import { ConnectShopify } from "./ConnectShopify";
import { HaltNotice } from "./HaltNotice";
import { RemoveShop } from "./RemoveShop";
import { ShopFacts } from "./ShopFacts";
import { shopColumns } from "./shopColumns";
import { useMoreOfShop } from "./useMoreOfShop";

interface ShopsPageProps {
  adding: boolean;
  onAdding: (adding: boolean) => void;
  /** The shop that needs a new token. */
  renewing: string | undefined;
  onRenewed: () => void;
  onOpen: (shop: ShopOverview) => void;
  /** A product file was chosen: show what it is. */
  onFile: () => void;
}

/** All shops: their contents, what waits, and how to add, check and remove one. */
export function ShopsPage(props: ShopsPageProps) {
  const { adding, onAdding, renewing, onRenewed, onOpen, onFile } = props;
  const shops = useShops();
  const [checked, setChecked] = useState<ShopOverview>();
  const [entering, setEntering] = useState<ShopOverview>();
  const [leaving, setLeaving] = useState<ShopOverview>();
  const [noted, setNoted] = useState<ShopOverview>();
  const renewed = entering ?? shops.data?.find((shop) => shop.id === renewing);
  const beside = adding || checked !== undefined || renewed !== undefined;
  // Beside the panel the names of the shops need the room of the plan and the actions.
  const narrow = useMediaQuery(`(max-width: ${beside ? 1639 : 1179}px)`) ?? false;
  const columns = useMemo(
    () => shopColumns({ check: setChecked, note: setNoted, leave: setLeaving }, narrow, beside),
    [beside, narrow],
  );
  const rows = [...(shops.data ?? [])].sort((a, b) => compareNames(a.name, b.name));
  const [cursor, setCursor] = useState(0);
  const more = useMoreOfShop(rows[cursor]);
  useKeys(
    "page",
    more.actions.map((action) => ({ combos: [], ...action, onRow: true })),
  );

  const panel = () => {
    if (adding)
      return (
        <AddShopPanel
          shops={rows}
          onClose={() => onAdding(false)}
          onAdded={onOpen}
          onFile={onFile}
        />
      );
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
          <Tools>
            <p className={`${text.xs} ${text.mut}`}>{t.guide.plans}</p>
          </Tools>
        )}
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
            onCursor={setCursor}
          />
        )}
      </Page>
      {more.dialog}
      {noted && <ShopFacts shop={noted} onClose={() => setNoted(undefined)} />}
      {leaving && <RemoveShop shop={leaving} onClose={() => setLeaving(undefined)} />}
    </WithPanel>
  );
}
