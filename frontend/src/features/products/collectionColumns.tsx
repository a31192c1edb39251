import type { CollectionSummary } from "@/contract";
import { count } from "@/lib/format";
import { t } from "@/strings";
import type { Column } from "@/ui/table/columns";
import { measured, TitleCell } from "./cells";

/** The list of collections: their products, and what each field has now. */
export function collectionColumns(onOpen: (handle: string) => void): Column<CollectionSummary>[] {
  const { columns } = t.products;
  return [
    {
      id: "collection",
      header: t.collections.column,
      width: "minmax(6.5rem, 1fr)",
      cell: (c) => (
        <TitleCell row={c} note={c.missing ? t.collections.missing : c.handle} onOpen={onOpen} />
      ),
    },
    {
      id: "products",
      header: t.shell.products,
      width: "clamp(4rem, 6vw, 5rem)",
      cell: (c) => count(c.product_count),
    },
    {
      id: "description",
      header: columns.description,
      width: "clamp(4.75rem, 6vw, 5rem)",
      cell: (c) => measured(c.description_words, t.products.words),
    },
    {
      id: "seo_title",
      header: columns.seoTitle,
      width: "clamp(3.75rem, 6vw, 4.75rem)",
      cell: (c) => measured(c.seo_title_chars, t.products.chars),
    },
    {
      id: "meta_description",
      header: columns.meta,
      width: "clamp(4rem, 6vw, 5rem)",
      cell: (c) => measured(c.meta_description_chars, t.products.chars),
    },
  ];
}
