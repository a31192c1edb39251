import { useState } from "react";
import { useFactSheet } from "@/api";
import type { FactRow, Item } from "@/contract";
import { factName, factValue } from "@/domain/factName";
import { plainText } from "@/lib/plainText";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Facts } from "@/ui/Facts";
import classes from "./compare.module.css";

/** How many facts are shown at first. */
const FIRST = 6;

/** What is known of the product that both drafts are of; of a collection, its text on the shop. */
export function KnownFacts({ item }: { item: Item }) {
  const { shop_id: shop, place, product } = item;
  const sheet = useFactSheet(shop, product.id, place.kind !== "collection");
  const [all, setAll] = useState(false);
  if (!sheet.data) {
    return <p className={classes.facts}>{plainText(item.original) || t.compare.emptyOnShop}</p>;
  }
  const facts = grouped((sheet.data.rows ?? []).filter(isFact));
  return (
    <div className={classes.facts}>
      <Facts facts={facts.slice(0, all ? facts.length : FIRST)} />
      {facts.length > FIRST && (
        <Button kind="link" small onClick={() => setAll(!all)}>
          {all ? t.compare.fewerFacts : t.compare.allFacts(sheet.data.facts)}
        </Button>
      )}
    </div>
  );
}

/** Struck facts, and tags that are no source, say nothing of the product. */
const isFact = ({ state }: FactRow) => state !== "struck" && state !== "unused";

/** Values by their names, those without a name last. */
function grouped(rows: FactRow[]): [name: string, value: string][] {
  const named = new Map<string, string[]>();
  for (const row of [...rows.filter((r) => r.attribute), ...rows.filter((r) => !r.attribute)]) {
    const name = factName(row);
    named.set(name, [...(named.get(name) ?? []), saidOf(row)]);
  }
  return [...named].map(([name, values]) => [name, [...new Set(values)].join(", ")]);
}

function saidOf(row: FactRow): string {
  const { scope } = row;
  const said = factValue(row);
  return scope ? `${said}, ${scope}` : said;
}
