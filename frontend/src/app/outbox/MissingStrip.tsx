import { useAcceptRemovals } from "@/api";
import type { Shop } from "@/domain/types";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Strip } from "@/ui/Strip";

/** Asks before products that the last sync did not find are removed here. */
export function MissingStrip({ shop }: { shop: Shop }) {
  const accept = useAcceptRemovals(shop.id);
  if (!shop.missing) return null;
  return (
    <Strip
      shape="warn"
      title={t.held.missing(shop.missing)}
      actions={
        <Button small disabled={accept.isPending} onClick={() => accept.mutate()}>
          {t.held.remove}
        </Button>
      }
    >
      {t.held.missingRest}
    </Strip>
  );
}
