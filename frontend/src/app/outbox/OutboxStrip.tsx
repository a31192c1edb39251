import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { describeError, useTryOutbox } from "@/api";
import { isOffline } from "@/domain/shop";
import type { Shop } from "@/domain/types";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { notifyTrouble } from "@/ui/notify";
import { Strip } from "@/ui/Strip";

const OutboxDialog = lazy(() => import("./OutboxDialog"));

/** Says why what was decided for the shop does not go out, how much it is, and what can be done. */
export function OutboxStrip({ shop }: { shop: Shop }) {
  const [seeing, setSeeing] = useState(false);
  const { halted, waiting } = shop;
  if (!halted || waiting === 0) return null;
  const offline = isOffline(shop);
  return (
    <>
      <Strip
        shape={offline ? "offline" : "warn"}
        title={offline ? t.outbox.offline(waiting) : t.outbox.waiting(waiting)}
        actions={
          <>
            <Button kind="quiet" small onClick={() => setSeeing(true)}>
              {t.outbox.see}
            </Button>
            {halted.code === "shop_token" ? <EnterToken shop={shop} /> : <TryNow shop={shop} />}
          </>
        }
      >
        {offline ? t.outbox.offlineRest : halted.message}
      </Strip>
      {seeing && (
        <Suspense>
          <OutboxDialog shop={shop} onClose={() => setSeeing(false)} />
        </Suspense>
      )}
    </>
  );
}

function TryNow({ shop }: { shop: Shop }) {
  const trying = useTryOutbox();
  const busy = trying.isPending || shop.try_at === null;
  return (
    <Button
      small
      icon="retry"
      disabled={busy}
      onClick={() =>
        trying.mutate(shop.id, { onError: (error) => notifyTrouble(describeError(error)) })
      }
    >
      {busy ? t.outbox.trying : t.outbox.tryNow}
    </Button>
  );
}

function EnterToken({ shop }: { shop: Shop }) {
  const navigate = useNavigate();
  return (
    <Button small onClick={() => navigate({ to: "/shops", search: { token: shop.id } })}>
      {t.outbox.enterToken}
    </Button>
  );
}
