import { lazy, Suspense, useState } from "react";
import type { ShopOverview } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Strip } from "@/ui/Strip";
import { misses } from "./waits";

const RemovalsDialog = lazy(() => import("./RemovalsDialog"));

/** Says that the last sync did not find products on the shop, until a person confirms that they are gone. */
export function MissingStrip({ shop }: { shop: ShopOverview }) {
  const [asking, setAsking] = useState(false);
  if (!misses(shop)) return null;
  return (
    <>
      <Strip
        shape="warn"
        title={t.held.missing(shop.missing)}
        actions={
          <Button small onClick={() => setAsking(true)}>
            {t.held.seeMissing}
          </Button>
        }
      >
        {t.held.missingRest}
      </Strip>
      {asking && (
        <Suspense>
          <RemovalsDialog shop={shop} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
