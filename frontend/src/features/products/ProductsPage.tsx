import { useCallback, useId, useMemo, useState } from "react";
import { useHasCollections, useProductFacets, useProductIds, useProductList } from "@/api";
import type { ProductFilter } from "@/contract";
import { FilterBar } from "@/flows/filters/FilterBar";
import { FilterChips } from "@/flows/filters/FilterChips";
import { FilterRow } from "@/flows/filters/FilterRow";
import { QuickFilters } from "@/flows/filters/QuickFilters";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { useKeys } from "@/ui/keys/useKeys";
import type { Order } from "@/ui/table/columns";
import { Catalogue, type CataloguePageProps } from "./Catalogue";
import { NoProducts } from "./NoProducts";
import { productColumns } from "./productColumns";
import { jobSelection } from "./selection";

interface ProductsPageProps extends CataloguePageProps {
  filter: ProductFilter;
  order: Order;
  onOrder: (order: Order) => void;
  onFilter: (filter: ProductFilter) => void;
  /** Opens the keyphrases of the products. */
  onKeyphrases: () => void;
}

/** A shop's products. */
export function ProductsPage(props: ProductsPageProps) {
  const { filter, onFilter, order, onOrder, onKeyphrases, ...page } = props;
  const { shop, search, onSearch, onOpen } = page;
  useKeys("page", [{ combos: ["y"], label: t.products.keyphrases, run: onKeyphrases }]);
  const list = useProductList(shop.id, search, filter, order);
  const facets = useProductFacets({ shop: shop.id, search, filter }).data;
  const ids = useProductIds(shop.id, search, filter);
  const row = useId();
  const [open, setOpen] = useState(false);
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
      memory={`${shop.id}/${search}/${JSON.stringify([filter, order])}`}
      narrowed={narrowed}
      narrowedTo={`${search}/${JSON.stringify(filter)}`}
      allIds={ids}
      order={order}
      onOrder={onOrder}
      filters={(keep) => {
        const of = {
          facets,
          filter,
          onFilter: (next: ProductFilter) => keep(() => onFilter(next)),
        };
        return {
          tools: (
            <>
              <FilterBar
                row={row}
                open={open}
                onOpen={setOpen}
                filter={filter}
                onFilter={of.onFilter}
              />
              <Button kind="quiet" small combo="y" onClick={onKeyphrases}>
                {t.products.keyphrases}
              </Button>
            </>
          ),
          below: (
            <>
              <QuickFilters {...of}>{!open && <FilterChips {...of} />}</QuickFilters>
              {open && (
                <FilterRow
                  id={row}
                  of={{ shop: shop.id, search, filter }}
                  {...of}
                  onClose={() => setOpen(false)}
                />
              )}
            </>
          ),
        };
      }}
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
