import type { Role } from "@/contract";
import { roleOf, shownLength } from "@/domain/fields";
import { trail } from "@/domain/product";
import { plainText } from "@/lib/plainText";
import { t } from "@/strings";
import classes from "./editor.module.css";
import type { Texts } from "./useTexts";

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`
    : text;
}

/** What a search engine may show, with the texts as they are typed. */
export function SearchPreview({ texts }: { texts: Texts }) {
  const { of, states } = texts;
  const typed = (role: Role) =>
    states.find((state) => roleOf(state.field) === role)?.text.trim() ?? "";
  const title = typed("seo_title") || typed("title") || of.title;
  const description = typed("meta_description") || plainText(typed("description"));
  return (
    <section className={classes.section}>
      <h2>
        {t.editor.search}
        <small>{t.editor.searchHint}</small>
      </h2>
      <div className={classes.serp}>
        <div className={classes.trail}>{trail(of)}</div>
        <div className={classes.serpTitle}>{cut(title, shownLength("seo_title"))}</div>
        <p>{cut(description, shownLength("meta_description"))}</p>
      </div>
    </section>
  );
}
