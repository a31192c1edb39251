import type { Collection, Item, Product, Score as ScoreType, Warning } from "@/contract";
import { roleOf } from "@/domain/fields";
import { otherProducts } from "@/domain/item";
import { priceRange } from "@/domain/product";
import { gradeOf, mostPoints } from "@/domain/score";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { Facts } from "@/ui/Facts";
import { Icon, type Tone } from "@/ui/Icon";
import { Kbd } from "@/ui/Kbd";
import { Score } from "@/ui/Score";
import type { Shape } from "@/ui/shapes";
import classes from "./Inspector.module.css";
import { MOST_NOTES } from "./MarginNotes";
import { NoteAnswers } from "./NoteAnswers";
import modal from "./PreviewModal.module.css";
import { pageOfCollection, pageOfProduct, SearchResult } from "./SearchResult";
import { isNote, type Notes } from "./useNotes";

interface InspectorProps {
  item: Item;
  product: Product | null;
  collection: Collection | null;
  /** Whether SEO scores are part of the shop's plan. */
  scores: boolean;
  onView: (() => void) | undefined;
  notes: Notes | undefined;
  /** The margin does not show the notes now: they are answered here. */
  listed: boolean;
}

/** The results of the checks, rule by rule, and the facts of the product. */
export function Inspector(props: InspectorProps) {
  const { item, product, collection, scores, onView } = props;
  return (
    <aside
      className={`${modal.column} ${classes.inspector}`}
      aria-label={t.review.inspector}
      data-column="inspector"
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
      <div className={modal.scroll} tabIndex={0}>
        {scores && item.score && <Rules score={item.score} title={scoreTitle(item)} />}
        {item.state === "generated" && <Warnings {...props} warnings={item.warnings ?? []} />}
        <SharedImage item={item} />
        {product && <SearchResult item={item} page={pageOfProduct(product)} />}
        {collection && <SearchResult item={item} page={pageOfCollection(collection)} />}
        {product && <ProductFacts product={product} onView={onView} />}
        {collection && <CollectionFacts collection={collection} />}
      </div>
    </aside>
  );
}

const looks: Record<string, [Shape, Tone]> = {
  good: ["check", "ok"],
  fair: ["unpublished", "wait"],
  poor: ["cross", "bad"],
};

function scoreTitle(item: Item): string {
  return roleOf(item.field) === "alt_text" ? t.review.altScore : t.review.score;
}

function Rules({ score, title }: { score: ScoreType; title: string }) {
  const rules = score.rules ?? [];
  const got = rules.reduce((sum, rule) => sum + rule.points, 0);
  return (
    <section className={classes.section}>
      <h3>
        {title}
        <span>{t.review.points(got, mostPoints(rules.length))}</span>
        <Score total={score.total} grade={gradeOf(score.total)} large />
      </h3>
      <ul className={classes.rules}>
        {rules.map((rule) => {
          const [shape, tone] = looks[rule.verdict] ?? ["info", "dim"];
          return (
            <li key={rule.id}>
              <Icon shape={shape} tone={tone} small />
              <span title={rule.message}>{rule.message}</span>
              <i>{rule.measured}</i>
              <b data-verdict={rule.verdict}>
                {t.review.verdict(t.grades[rule.verdict], rule.points)}
              </b>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Warnings(props: Pick<InspectorProps, "notes" | "listed"> & { warnings: Warning[] }) {
  const { warnings, notes, listed } = props;
  const here = listed || warnings.filter(isNote).length > MOST_NOTES;
  return (
    <section className={classes.section}>
      <h3>{t.review.otherChecks}</h3>
      <ul className={classes.warnings}>
        {warnings.map((warning) => (
          <li key={`${warning.rule} ${warning.start} ${warning.message}`}>
            <Icon
              shape={warning.severity === "info" ? "info" : "warn"}
              tone={warning.severity === "info" ? "dim" : "warn"}
              small
            />
            <div>
              {warning.message}
              {notes && here && isNote(warning) && <NoteAnswers warning={warning} notes={notes} />}
            </div>
          </li>
        ))}
        {warnings.length === 0 && (
          <li>
            <Icon shape="check" tone="ok" small />
            <span>{t.review.noWarnings}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

/** The other products that the alt text is for. */
function SharedImage({ item }: { item: Item }) {
  const others = otherProducts(item);
  if (others.length === 0) return null;
  return (
    <section className={classes.section}>
      <h3>{t.review.sharedImage}</h3>
      <p>{t.review.sharedImageText(others.length)}</p>
      <ul className={classes.others}>
        {others.map((product) => (
          <li key={product.id}>{product.title}</li>
        ))}
      </ul>
    </section>
  );
}

function CollectionFacts({ collection }: { collection: Collection }) {
  const { facts } = t.review;
  return (
    <section className={classes.section}>
      <h3>{t.review.collection}</h3>
      <div className={classes.facts}>
        <Facts
          facts={[
            [facts.products, count(collection.product_count)],
            [facts.handle, collection.handle],
          ]}
        />
      </div>
    </section>
  );
}

function ProductFacts({ product, onView }: { product: Product; onView: (() => void) | undefined }) {
  const { facts } = t.review;
  const price = priceRange(product, t.review.to);
  const variants = product.variant_count > 1 ? t.review.variants(product.variant_count) : "";
  const options = (product.options ?? []).filter((option) => option.name !== "Title");
  return (
    <section className={classes.section}>
      <h3>
        {t.review.product}
        <span />
        {onView && (
          <button type="button" className={classes.view} onClick={onView}>
            {t.review.viewProduct} <Kbd combo="v" />
          </button>
        )}
      </h3>
      <div className={classes.facts}>
        <Facts
          facts={[
            [facts.price, [price, variants].filter(Boolean).join(", ")],
            [facts.vendor, product.vendor],
            [facts.type, product.product_type],
            [facts.status, product.status === "active" ? "" : product.status],
            ...options.map(({ name, values }): [string, string] => [
              name,
              (values ?? []).join(", "),
            ]),
            [facts.tags, (product.tags ?? []).join(", ")],
            [
              facts.metafields,
              (product.metafields ?? []).map((m) => `${m.name} ${m.value}`).join(", "),
            ],
            [facts.handle, product.handle],
          ]}
        />
      </div>
    </section>
  );
}
