import { useState } from "react";
import { describeError, perform, type SavedExport, useExportShop } from "@/api";
import type { ShopOverview } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import { ImportSteps } from "./ImportSteps";

interface ExportButtonProps {
  shop: Pick<ShopOverview, "id" | "name">;
  /** In a row of a list. */
  small?: boolean;
}

/** Saves the published texts of a file shop as a file for Shopify's product import. */
export function ExportButton({ shop, small }: ExportButtonProps) {
  const exporting = useExportShop();
  const [saved, setSaved] = useState<SavedExport>();
  const run = () =>
    perform(exporting, shop.id, {
      onSuccess: (done) => {
        if (done?.products === 0) notifyPlain(t.shops.exportedNone);
        else setSaved(done);
      },
      onError: (error) => notifyTrouble(describeError(error)),
    });
  return (
    <>
      <Button
        kind={small ? "quiet" : undefined}
        small={small}
        icon={small ? undefined : "external"}
        label={t.shops.exportOf(shop.name)}
        busy={exporting.isPending}
        onClick={run}
      >
        {t.shops.export}
      </Button>
      {saved && <ImportSteps saved={saved} onClose={() => setSaved(undefined)} />}
    </>
  );
}
