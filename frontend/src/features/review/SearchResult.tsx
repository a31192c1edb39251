import type { Collection, Item, Product, Role } from "@/contract";
import { roleOf, shownLength } from "@/domain/fields";
import { trail } from "@/domain/product";
import { cut, plainText } from "@/lib/plainText";
import { t } from "@/strings";
import classes from "./Inspector.module.css";

/** A page of a shop, with the texts that a search engine reads. */
interface SearchedPage {
  trail: string;
  texts: Record<Exclude<Role, "alt_text">, string>;
}

export function pageOfProduct(product: Product): SearchedPage {
  return { trail: trail({ ...product, kind: "product" }), texts: textsOf(product) };
}

export function pageOfCollection(collection: Collection): SearchedPage {
  return {
    trail: trail({ ...collection, kind: "collection", url: "" }),
    texts: textsOf(collection),
  };
}

type Texts = Pick<Product, "title" | "description_html" | "seo_title" | "meta_description">;

function textsOf(page: Texts): SearchedPage["texts"] {
  return {
    title: page.title,
    description: page.description_html,
    seo_title: page.seo_title.text,
    meta_description: page.meta_description.text,
  };
}

interface SearchResultProps {
  item: Item;
  page: SearchedPage;
}

/** A possible search result, with the draft if this job writes that part. */
export function SearchResult({ item, page }: SearchResultProps) {
  const role = roleOf(item.field);
  const written = item.state === "generated" ? item.content : "";
  const draft = (part: keyof SearchedPage["texts"]) =>
    (role === part && written) || page.texts[part];
  const title = draft("seo_title") || draft("title") || page.texts.title;
  const description =
    draft("meta_description") ||
    cut(plainText(draft("description")), shownLength("meta_description"));
  const touched = role === "title" || role === "seo_title" || role === "meta_description";
  return (
    <section className={classes.section}>
      <h3>
        {t.review.searchResult}
        <span />
        {!touched && <small>{t.review.notChanged}</small>}
      </h3>
      <div className={classes.serp}>
        <div className={classes.trail}>{page.trail}</div>
        <div className={classes.title}>{title}</div>
        <p>{description}</p>
      </div>
    </section>
  );
}
