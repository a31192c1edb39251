import { useCallback, useMemo } from "react";
import { useHasCollections, useProductList } from "@/api";
import type { ProductFilter } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { useKeys } from "@/ui/keys/useKeys";
import { Catalogue, type CataloguePageProps } from "./Catalogue";
import { FilterBar } from "./FilterBar";
import { NoProducts } from "./NoProducts";
import { productColumns } from "./productColumns";
import { jobSelection } from "./selection";

interface ProductsPageProps extends CataloguePageProps {
  filter: ProductFilter;
  onFilter: (filter: ProductFilter) => void;
  /** Opens the keyphrases of the products. */
  onKeyphrases: () => void;
}

/** A shop's products. */
export function ProductsPage({ filter, onFilter, onKeyphrases, ...page }: ProductsPageProps) {
  const { shop, search, onSearch, onOpen } = page;
  useKeys("page", [{ combos: ["y"], label: t.keyphrases.open, run: onKeyphrases }]);
  const list = useProductList(shop.id, search, filter);
  const narrowed = search !== "" || Object.keys(filter).length > 0;
  const columns = useMemo(() => productColumns(onOpen, shop.unknown ?? []), [onOpen, shop.unknown]);
  const some = useHasCollections(shop);
  const total = useCallback(
    (shown: number) => t.products.total(shown, Math.max(shop.product_count, shown)),
    [shop.product_count],
  );
  return (
    <Catalogue
      {...page}
      kind="products"
      list={list}
      columns={columns}
      total={total}
      searchLabel={t.products.search}
      memory={`${shop.id}/${search}/${JSON.stringify(filter)}`}
      narrowed={narrowed}
      filters={
        <>
          <FilterBar shop={shop.id} filter={filter} onFilter={onFilter} />
          <Button kind="quiet" small combo="y" onClick={onKeyphrases}>
            {t.keyphrases.open}
          </Button>
        </>
      }
      none={
        <NoProducts
          shop={shop}
          search={search}
          filtered={narrowed && search === ""}
          onClear={() => (search === "" ? onFilter({}) : onSearch(""))}
        />
      }
      canStart={Boolean(list.total) || some}
      selectionOf={(selection) => jobSelection(selection, search, filter)}
    />
  );
}
