import { Link, useMatchRoute } from "@tanstack/react-router";
import { useShops } from "@/api";
import type { ShopOverview } from "@/contract";
import { isOffline } from "@/domain/shop";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { showCutName } from "@/ui/cutName";
import { Icon } from "@/ui/Icon";
import { Kbd } from "@/ui/Kbd";
import { ariaCombo } from "@/ui/keys/combo";
import text from "@/ui/text.module.css";
import classes from "./Rail.module.css";
import {
  AddShopWords,
  Brand,
  InboxWords,
  LinkWords,
  pagesOfShop,
  SettingsWords,
} from "./RailParts";
import { ShopSwitcher } from "./ShopSwitcher";
import { shopCode } from "./shopCode";
import { byWork } from "./shopOrder";

/** How many other shops are shown in the rail; the rest are one key away. */
const OTHERS = 8;

type AtPages<T> = { [page in (typeof pagesOfShop)[number]["to"]]?: T | undefined };

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
  const current: AtPages<"page"> = {
    "/s/$shop/products": inCollections || inKeyphrases ? "page" : undefined,
  };
  const told: AtPages<string> = {
    "/s/$shop/products": shop && count(shop.product_count),
    "/s/$shop/jobs": shop && shop.running_jobs > 0 ? t.shell.running(shop.running_jobs) : undefined,
  };
  const toReview = shops.reduce((sum, one) => sum + one.to_review, 0);
  const others = shops.filter((other) => other.id !== shop?.id).sort(byWork);

  return (
    <nav className={classes.rail} data-rail aria-label={t.shell.main} onPointerOver={showCutName}>
      <Brand>
        <button
          type="button"
          aria-keyshortcuts={ariaCombo("mod+k")}
          title={t.shell.openPalette}
          onClick={onSeek}
        >
          <span className={text.sr}>{t.shell.openPalette}</span>
          <Kbd combo="mod+k" />
        </button>
      </Brand>
      {shop && (
        <div className={`${classes.nav} ${classes.inbox}`}>
          <Link to="/review" search={{}} activeOptions={{ includeSearch: false }}>
            <InboxWords
              count={toReview === 0 ? t.common.none : count(toReview)}
              quiet={toReview === 0}
            />
          </Link>
        </div>
      )}
      {shop && (
        <>
          <ShopSwitcher shop={shop} shops={shops} opened={switching} onOpened={onSwitching} />
          <div className={classes.nav}>
            {pagesOfShop.map(({ to, shape, label }) => (
              <Link key={to} to={to} params={{ shop: shop.id }} aria-current={current[to]}>
                <LinkWords shape={shape} label={label} count={told[to]} quiet />
              </Link>
            ))}
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
          <AddShopWords />
        </Link>
      </div>
    </nav>
  );
}

function SettingsLink() {
  return (
    <Link to="/settings" search={{}} activeOptions={{ includeSearch: false }}>
      <SettingsWords />
    </Link>
  );
}
