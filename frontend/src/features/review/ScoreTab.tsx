import { VisuallyHidden } from "@mantine/core";
import "@mantine/core/styles/VisuallyHidden.layer.css";
import type { ReactNode } from "react";
import type { Collection, Item, Product, Proof, Score as ScoreType } from "@/contract";
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
import { KeyphraseLine } from "./KeyphraseLine";
import { OtherChecks } from "./OtherChecks";
import { pageOfCollection, pageOfProduct, SearchResult } from "./SearchResult";

interface ScoreTabProps {
  proof: Proof;
  /** While the draft is edited: as it was before. */
  was?: Proof | undefined;
  /** Whether SEO scores are part of the shop's plan. */
  scores: boolean;
  onView: (() => void) | undefined;
}

/** The rules of the score, the other checks, and the product. */
export function ScoreTab({ proof, was, scores, onView }: ScoreTabProps) {
  const { item, product, collection } = proof;
  return (
    <>
      {scores && item.score && (
        <Rules score={item.score} was={was?.item.score} title={scoreTitle(item)}>
          {hasPhrase(item) && <KeyphraseLine keyphrase={proof.keyphrase} />}
        </Rules>
      )}
      {item.state === "generated" && <OtherChecks proof={proof} />}
      <SharedImage item={item} />
      {product && <SearchResult item={item} page={pageOfProduct(product)} />}
      {collection && <SearchResult item={item} page={pageOfCollection(collection)} />}
      {product && <ProductFacts product={product} onView={onView} />}
      {collection && <CollectionFacts collection={collection} />}
    </>
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

/** An alt text has no rules about the keyphrase. */
const hasPhrase = (item: Item) => roleOf(item.field) !== "alt_text";

interface RulesProps {
  score: ScoreType;
  was: ScoreType | null | undefined;
  title: string;
  children: ReactNode;
}

function Rules({ score, was, title, children }: RulesProps) {
  const rules = score.rules ?? [];
  const got = rules.reduce((sum, rule) => sum + rule.points, 0);
  return (
    <section className={classes.section}>
      <h3>
        {title}
        <span>
          {was ? t.review.paper.asYouType : t.review.points(got, mostPoints(rules.length))}
        </span>
        {was && was.total !== score.total && <Before>{was.total}</Before>}
        <Score total={score.total} grade={gradeOf(score.total)} large />
      </h3>
      {children}
      <ul className={classes.rules}>
        {rules.map((rule) => {
          const [shape, tone] = looks[rule.verdict] ?? ["info", "dim"];
          return (
            <li key={rule.id} data-moved={moved(rule, was) || undefined}>
              <Icon shape={shape} tone={tone} small />
              <span title={rule.message}>{rule.message}</span>
              <i>
                {moved(rule, was) && <Before>{measuredBefore(rule, was)}</Before>} {rule.measured}
              </i>
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

type Rule = NonNullable<ScoreType["rules"]>[number];

function measuredBefore(rule: Rule, was: ScoreType | null | undefined): string | undefined {
  return was?.rules?.find(({ id }) => id === rule.id)?.measured;
}

/** Whether a rule says something else than before the edit. */
function moved(rule: Rule, was: ScoreType | null | undefined): boolean {
  const before = measuredBefore(rule, was);
  return before !== undefined && before !== rule.measured;
}

/** What was measured before the edit. */
function Before({ children }: { children: ReactNode }) {
  return (
    <small className={classes.was}>
      <VisuallyHidden>{t.review.paper.was} </VisuallyHidden>
      {children} <Icon shape="right" small />
    </small>
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
  const known = product.metafields ?? [];
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
              known
                .filter(({ kind }) => kind !== "weight")
                .map((m) => `${m.name} ${m.value}`)
                .join(", "),
            ],
            [
              facts.weight,
              known
                .filter(({ kind }) => kind === "weight")
                .map(({ value, scope }) => (scope ? `${value} ${scope}` : value))
                .join(", "),
            ],
            [facts.handle, product.handle],
          ]}
        />
      </div>
    </section>
  );
}
