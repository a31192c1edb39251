import { Link, useMatchRoute } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useShops } from "@/api";
import type { ShopOverview } from "@/contract";
import { isOffline } from "@/domain/shop";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { showCutName } from "@/ui/cutName";
import { Icon, Logo } from "@/ui/Icon";
import { Kbd } from "@/ui/Kbd";
import { ariaCombo } from "@/ui/keys/combo";
import type { Shape } from "@/ui/shapes";
import text from "@/ui/text.module.css";
import classes from "./Rail.module.css";
import { ShopSwitcher } from "./ShopSwitcher";
import { shopCode } from "./shopCode";
import { byWork } from "./shopOrder";

/** How many other shops are shown in the rail; the rest are one key away. */
const OTHERS = 8;

interface RailProps {
  shop: ShopOverview | undefined;
  switching: boolean;
  onSwitching: (open: boolean) => void;
  onSeek: () => void;
}

/** The left edge: which shop, which page, and what waits in other shops. */
export function Rail({ shop, switching, onSwitching, onSeek }: RailProps) {
  const shops = useShops().data ?? [];
  const matches = useMatchRoute();
  const inCollections = matches({ to: "/s/$shop/collections", fuzzy: true }) !== false;
  const inKeyphrases = matches({ to: "/s/$shop/keyphrases" }) !== false;
  const toReview = shops.reduce((sum, one) => sum + one.to_review, 0);
  const others = shops.filter((other) => other.id !== shop?.id).sort(byWork);

  return (
    <nav className={classes.rail} data-rail aria-label={t.shell.main} onPointerOver={showCutName}>
      <div className={classes.brand}>
        <Logo size={20} />
        <span>Galley</span>
        <button
          type="button"
          aria-keyshortcuts={ariaCombo("mod+k")}
          title={t.shell.openPalette}
          onClick={onSeek}
        >
          <span className={text.sr}>{t.shell.openPalette}</span>
          <Kbd combo="mod+k" />
        </button>
      </div>
      {shop && (
        <div className={`${classes.nav} ${classes.inbox}`}>
          <Link to="/review" search={{}} activeOptions={{ includeSearch: false }}>
            <Icon shape="inbox" />
            <span className={classes.name} data-name>
              {t.shell.toReviewHead}
            </span>
            <span className={classes.count} data-zero={toReview === 0 || undefined}>
              {toReview === 0 ? t.common.none : count(toReview)}
            </span>
          </Link>
        </div>
      )}
      {shop && (
        <>
          <ShopSwitcher shop={shop} shops={shops} opened={switching} onOpened={onSwitching} />
          <div className={classes.nav}>
            <Link
              to="/s/$shop/products"
              params={{ shop: shop.id }}
              aria-current={inCollections || inKeyphrases ? "page" : undefined}
            >
              <NavLabel shape="products" label={t.shell.products}>
                {count(shop.product_count)}
              </NavLabel>
            </Link>
            <Link to="/s/$shop/jobs" params={{ shop: shop.id }}>
              <NavLabel shape="jobs" label={t.shell.jobs}>
                {shop.running_jobs > 0 && t.shell.running(shop.running_jobs)}
              </NavLabel>
            </Link>
            <Link to="/s/$shop/activity" params={{ shop: shop.id }}>
              <NavLabel shape="activity" label={t.shell.activity} />
            </Link>
            <Link to="/s/$shop/profile" params={{ shop: shop.id }}>
              <NavLabel shape="quill" label={t.shell.profile} />
            </Link>
            <SettingsLink />
          </div>
        </>
      )}
      {!shop && (
        <div className={classes.nav}>
          <SettingsLink />
        </div>
      )}
      <div className={classes.shops}>
        {others.length > 0 && (
          <h2>
            <span>{t.shell.otherShops}</span>
            <span>{t.shell.toReviewHead}</span>
          </h2>
        )}
        {others.slice(0, OTHERS).map((other) => (
          <Link key={other.id} to="/s/$shop/jobs" params={{ shop: other.id }}>
            <span className={classes.code}>{shopCode(other)}</span>
            <span className={classes.name} data-name>
              {other.name}
            </span>
            {other.halted && (
              <span title={`${t.shell.waiting(other.waiting)}. ${other.halted.message}`}>
                <Icon shape={isOffline(other) ? "offline" : "warn"} tone="wait" small />
                <span className={text.sr}>{t.shell.waiting(other.waiting)}</span>
              </span>
            )}
            <span className={classes.count} data-zero={other.to_review === 0 || undefined}>
              {other.to_review === 0 ? t.common.none : count(other.to_review)}
            </span>
          </Link>
        ))}
        <Link to="/shops" search={{}} activeOptions={{ includeSearch: false }}>
          <Icon shape="shop" />
          <span className={classes.name} data-name>
            {t.shell.allShops(shops.length)}
          </span>
          <span className={classes.count}>
            <Kbd combo="mod+o" />
          </span>
        </Link>
      </div>
      <div className={`${classes.nav} ${classes.foot}`}>
        <Link to="/shops" search={{ add: true }} activeProps={{}}>
          <Icon shape="plus" />
          <span className={classes.name} data-name>
            {t.shell.addShop}
          </span>
        </Link>
      </div>
    </nav>
  );
}

function SettingsLink() {
  return (
    <Link to="/settings" search={{}} activeOptions={{ includeSearch: false }}>
      <NavLabel shape="settings" label={t.shell.settings} />
    </Link>
  );
}

function NavLabel(props: { shape: Shape; label: string; children?: ReactNode }) {
  return (
    <>
      <Icon shape={props.shape} />
      <span className={classes.name} data-name>
        {props.label}
      </span>
      <span className={classes.count} data-zero>
        {props.children}
      </span>
    </>
  );
}
