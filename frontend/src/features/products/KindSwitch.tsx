import type { ShopOverview } from "@/contract";
import { hasCollections } from "@/domain/shop";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { Segments } from "@/ui/Segments";

export type CatalogueKind = "products" | "collections";

interface KindSwitchProps {
  shop: ShopOverview;
  kind: CatalogueKind;
  onKind: (kind: CatalogueKind) => void;
}

/** Products or collections, where the shop can have some. C goes from one to the other. */
export function KindSwitch({ shop, kind, onKind }: KindSwitchProps) {
  const offered = hasCollections(shop);
  const other = kind === "products" ? "collections" : "products";
  const words = t.collections;
  useKeys("page", [
    { combos: ["c"], label: words.show(other), run: () => onKind(other), off: !offered },
  ]);
  if (!offered) return null;
  return (
    <Segments
      label={words.kinds}
      value={kind}
      onChange={onKind}
      options={[
        { value: "products", label: t.shell.products },
        { value: "collections", label: t.shell.collections },
      ]}
    />
  );
}
