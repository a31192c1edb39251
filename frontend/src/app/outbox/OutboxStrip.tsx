import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { ShopOverview } from "@/contract";
import { isOffline } from "@/domain/shop";
import { HaltAction } from "@/flows/HaltAction";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Strip } from "@/ui/Strip";
import { haltOf } from "./waits";

const OutboxDialog = lazy(() => import("./OutboxDialog"));

/** Says why the shop's publications wait, how many there are, and what can be done. */
export function OutboxStrip({ shop }: { shop: ShopOverview }) {
  const [seeing, setSeeing] = useState(false);
  const navigate = useNavigate();
  const { waiting } = shop;
  const halted = haltOf(shop);
  if (!halted) return null;
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
            <HaltAction
              shop={shop}
              onSignIn={() => navigate({ to: "/shops", search: { token: shop.id } })}
            />
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
