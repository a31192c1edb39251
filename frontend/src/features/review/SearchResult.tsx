import type { Item, Product } from "@/contract";
import { trail } from "@/domain/product";
import { cut, plainText } from "@/lib/plainText";
import { t } from "@/strings";
import classes from "./Inspector.module.css";

interface SearchResultProps {
  item: Item;
  product: Product;
}

/** About how much of a description a search engine shows, in characters. */
const SHOWN = 160;

/** A possible search result, with the draft if this job writes that part. */
export function SearchResult({ item, product }: SearchResultProps) {
  const written = item.state === "generated" ? item.content : "";
  const draft = (field: Item["field"], now: string) =>
    item.field === field && written !== "" ? written : now;
  const title =
    draft("seo_title", product.seo_title.text) || draft("title", product.title) || product.title;
  const description =
    draft("meta_description", product.meta_description.text) ||
    cut(plainText(draft("description", product.description_html)), SHOWN);
  const touched = ["title", "seo_title", "meta_description"].includes(item.field);
  return (
    <section className={classes.section}>
      <h3>
        {t.review.searchResult}
        <span />
        {!touched && <small>{t.review.notChanged}</small>}
      </h3>
      <div className={classes.serp}>
        <div className={classes.trail}>{trail(product.url, product.handle)}</div>
        <div className={classes.title}>{title}</div>
        <p>{description}</p>
      </div>
    </section>
  );
}
