import { useEffect } from "react";
import { describeError, useCheckShop } from "@/api";
import type { ShopInfo, ShopOverview } from "@/contract";
import { connectedBy } from "@/domain/shop";
import { SignInButton } from "@/flows/SignInButton";
import { t } from "@/strings";
import { Facts } from "@/ui/Facts";
import { Icon } from "@/ui/Icon";
import { Panel } from "@/ui/Panel";
import { ErrorState, Loading } from "@/ui/States";
import classes from "./CheckShop.module.css";

interface CheckShopProps {
  shop: ShopOverview;
  onSignIn: () => void;
  onClose: () => void;
}

/** Asks the shop who it is and what Galley may do there. */
export function CheckShop({ shop, onSignIn, onClose }: CheckShopProps) {
  const check = useCheckShop();
  const { mutate } = check;
  useEffect(() => mutate(shop.id), [mutate, shop.id]);
  const footer = connectedBy(shop) === "sign_in" && <SignInButton shop={shop} onClick={onSignIn} />;
  return (
    <Panel title={t.shops.check} aside={shop.name} footer={footer} onClose={onClose}>
      {check.isPending && <Loading label={t.shops.checking} />}
      {check.error && (
        <ErrorState trouble={describeError(check.error)} onRetry={() => mutate(shop.id)} />
      )}
      {check.data && <Answer info={check.data} />}
    </Panel>
  );
}

function Answer({ info }: { info: ShopInfo }) {
  const { checked } = t.shops;
  const missing = info.missing_names ?? [];
  return (
    <>
      <p className={classes.line}>
        <Icon shape="check" tone="ok" /> <b>{checked.title(info.name)}</b>
      </p>
      <Facts
        facts={[
          [t.shops.columns.products, checked.products(info.products)],
          [checked.plan, info.plan],
          [checked.currency, info.currency],
          [checked.site, info.url],
        ]}
      />
      {missing.length === 0 ? (
        <p className={classes.line}>
          <Icon shape="check" tone="ok" /> {checked.scopesFine}
        </p>
      ) : (
        <p className={classes.line}>
          <Icon shape="warn" tone="warn" /> {checked.missing(missing)}
        </p>
      )}
      {(info.warnings ?? []).map((warning) => (
        <p className={classes.line} key={warning}>
          <Icon shape="warn" tone="warn" /> {warning}
        </p>
      ))}
    </>
  );
}
