import type { Field, ProductSummary } from "@/contract";
import { t } from "@/strings";
import { Thumb } from "@/ui/Thumb";
import type { Column } from "@/ui/table/columns";
import text from "@/ui/text.module.css";
import { measured, TitleCell } from "./cells";

/**
 * The product list: what each field has now, so that gaps are seen at a glance. A field that is unknown is no gap:
 * the shop's file has no column for it.
 */
export function productColumns(
  onOpen: (handle: string) => void,
  unknown: Field[] = [],
): Column<ProductSummary>[] {
  const { columns } = t.products;
  const all: Column<ProductSummary>[] = [
    {
      id: "picture",
      header: t.common.picture,
      unseen: true,
      width: "2rem",
      cell: (p) => <Thumb src={p.image_url} />,
    },
    {
      id: "product",
      sort: "",
      header: columns.product,
      width: "minmax(6.5rem, 1fr)",
      cell: (p) => <TitleCell row={p} note={noteOf(p)} onOpen={onOpen} />,
    },
    {
      id: "description",
      sort: "description",
      header: columns.description,
      width: "clamp(4.75rem, 6vw, 5rem)",
      cell: (p) => measured(p.description_words, t.products.words),
    },
    {
      id: "seo_title",
      sort: "seo_title",
      header: columns.seoTitle,
      width: "clamp(3.75rem, 6vw, 4.75rem)",
      cell: (p) => measured(p.seo_title_chars, t.products.chars),
    },
    {
      id: "meta_description",
      sort: "meta_description",
      header: columns.meta,
      width: "clamp(4rem, 6vw, 5rem)",
      cell: (p) => measured(p.meta_description_chars, t.products.chars),
    },
    { id: "alt_text", sort: "alt_text", header: columns.alt, width: "4rem", cell: altTexts },
  ];
  return all.map((column) =>
    unknown.includes(column.id as Field)
      ? { ...column, cell: () => <span className={text.dim}>{t.products.unknown}</span> }
      : column,
  );
}

function noteOf(product: ProductSummary): string {
  const status = t.products.status[product.status];
  const drafts = product.own_drafts > 0 ? t.products.notPublished(product.own_drafts) : "";
  return [drafts, product.vendor || product.handle, status].filter(Boolean).join(" · ");
}

function altTexts(product: ProductSummary) {
  const { images, images_with_alt: withAlt } = product;
  if (images === 0) return <span className={text.dim}>{t.products.noImages}</span>;
  return (
    <span className={withAlt === 0 ? text.dim : undefined}>
      {t.products.ofImages(withAlt, images)}
    </span>
  );
}
