import { useMemo } from "react";
import { useCollectionList } from "@/api";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { Catalogue, type CataloguePageProps } from "./Catalogue";
import { collectionColumns } from "./collectionColumns";
import { NoneListed } from "./NoProducts";
import { collectionSelection } from "./selection";

/** A shop's collections. */
export function CollectionsPage(page: CataloguePageProps) {
  const { shop, search, onSearch, onOpen } = page;
  const list = useCollectionList(shop.id, search);
  const columns = useMemo(() => collectionColumns(onOpen), [onOpen]);
  return (
    <Catalogue
      {...page}
      kind="collections"
      list={list}
      columns={columns}
      total={count}
      searchLabel={t.collections.search}
      memory={`${shop.id}/collections/${search}`}
      narrowed={search !== ""}
      narrowedTo={search}
      none={
        <NoneListed
          shop={shop}
          words={search === "" ? t.collections.none : t.collections.noMatch(search)}
          clear={search === "" ? undefined : t.products.clearSearch}
          onClear={() => onSearch("")}
        />
      }
      canStart={Boolean(list.total)}
      selectionOf={(selection) => collectionSelection(selection, search)}
    />
  );
}
