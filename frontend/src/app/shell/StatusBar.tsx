import { lazy, Suspense, useState } from "react";
import { useConnected, useSettings, useSettingsOf, useSpentToday } from "@/api";
import type { ShopOverview } from "@/contract";
import { isOffline } from "@/domain/shop";
import { spendWords } from "@/domain/spend";
import { writerName } from "@/domain/writer";
import { count, moment, money, time } from "@/lib/format";
import { t } from "@/strings";
import { CapBar } from "@/ui/Bars";
import { Icon } from "@/ui/Icon";
import { Kbd } from "@/ui/Kbd";
import classes from "./StatusBar.module.css";

const OutboxDialog = lazy(() => import("../outbox/OutboxDialog"));

interface StatusBarProps {
  shop: ShopOverview | undefined;
  onKeys: () => void;
}

/** The lower edge: connection, writer, sync, queued publications, keys. */
export function StatusBar({ shop, onKeys }: StatusBarProps) {
  const writer = useSettingsOf(shop?.id)?.writer;
  return (
    <footer className={classes.bar}>
      <Connection shop={shop} />
      {shop && <span className={classes.shop} data-name={shop.name} aria-hidden="true" />}
      {writer && (
        <span>
          {t.shell.writer} <b>{writerName(writer)}</b>
        </span>
      )}
      {shop && (
        <span>{shop.synced_at ? t.shell.synced(moment(shop.synced_at)) : t.shell.neverSynced}</span>
      )}
      <i />
      <Spent />
      {shop && <Outbox shop={shop} />}
      <button type="button" onClick={onKeys}>
        <Kbd combo="?" /> {t.shell.keys}
      </button>
    </footer>
  );
}

/** What waits for the shop; opens the list of it. */
function Outbox({ shop }: { shop: ShopOverview }) {
  const [seeing, setSeeing] = useState(false);
  return (
    <>
      <button type="button" title={shop.halted?.message} onClick={() => setSeeing(true)}>
        {shop.waiting === 0 ? (
          t.shell.outboxEmpty
        ) : (
          <>
            {shop.halted && <Icon shape="warn" tone="wait" small />}
            {t.shell.outbox} <b>{count(shop.waiting)}</b>
          </>
        )}
      </button>
      {seeing && (
        <Suspense>
          <OutboxDialog shop={shop} onClose={() => setSeeing(false)} />
        </Suspense>
      )}
    </>
  );
}

/** The day's cost against the cap; nothing if no model was paid. */
function Spent() {
  const today = useSpentToday();
  const cap = useSettings().data?.caps.day_usd ?? 0;
  const spent = today?.total_usd ?? 0;
  if (!today || spent === 0) return null;
  const words = t.shell.spent(spendWords(today), cap > 0 ? money(cap) : "");
  return (
    <span
      title={today.reserved_usd > 0 ? t.spend.reserved(money(today.reserved_usd)) : undefined}
      data-warn={(cap > 0 && spent >= cap) || undefined}
    >
      {words}
      {cap > 0 && <CapBar spent={spent} cap={cap} label={words} />}
    </span>
  );
}

/** Whether Galley answers, and whether it reaches the shop. */
function Connection({ shop }: { shop: ShopOverview | undefined }) {
  const connected = useConnected();
  const offline = shop !== undefined && isOffline(shop);
  const words = offline && shop.halted_at ? t.shell.offlineSince(time(shop.halted_at)) : undefined;
  return (
    <span>
      <Icon shape={connected && !offline ? "online" : "offline"} small />
      {connected ? (words ?? t.shell.online) : t.shell.lost}
    </span>
  );
}
