import { useState } from "react";
import { describeError, useRemoveScopedFact, useScopedFacts, useSetFacts } from "@/api";
import type { ShopOverview } from "@/contract";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { notifyTrouble } from "@/ui/notify";
import { FactDialog } from "./FactDialog";
import { factLines } from "./factLines";
import { Section } from "./layout";
import classes from "./profile.module.css";
import { useScopes } from "./useScopes";

/** What holds for every product of the shop, or for those of a vendor, type or collection. */
export function ShopFactsSection({ shop }: { shop: ShopOverview }) {
  const words = t.profile;
  const [adding, setAdding] = useState(false);
  const scoped = useScopedFacts(shop.id).data ?? [];
  const set = useSetFacts();
  const remove = useRemoveScopedFact(shop.id);
  const { productsOf } = useScopes(shop);
  const lines = factLines(shop.facts);
  const onError = (error: Error) => notifyTrouble(describeError(error));
  const drop = (at: number) =>
    set.mutate({ shop: shop.id, facts: lines.filter((_, i) => i !== at).join("\n") }, { onError });
  return (
    <Section
      title={words.facts}
      note={words.factsNote}
      action={
        <Button kind="link" small onClick={() => setAdding(true)}>
          {words.factAdd}
        </Button>
      }
    >
      {lines.length + scoped.length === 0 ? (
        <p className={classes.none}>{words.factsNone}</p>
      ) : (
        <div className={`${classes.table} ${classes.facts}`}>
          <div aria-hidden="true">
            <span>{words.factColumns.fact}</span>
            <span>{words.factColumns.of}</span>
          </div>
          {lines.map((fact, at) => (
            <FactRow
              key={fact}
              fact={fact}
              of={words.scopes.shop}
              value=""
              products={productsOf({ kind: "shop", value: "" })}
              onRemove={() => drop(at)}
            />
          ))}
          {scoped.map(({ id, fact, scope }) => (
            <FactRow
              key={id}
              fact={fact}
              of={words.scopes[scope.kind]}
              value={scope.value}
              products={productsOf(scope)}
              onRemove={() => remove.mutate(id, { onError })}
            />
          ))}
        </div>
      )}
      {adding && <FactDialog shop={shop} onClose={() => setAdding(false)} />}
    </Section>
  );
}

interface FactRowProps {
  fact: string;
  of: string;
  value: string;
  /** That it is true of, as far as is known. */
  products: number | undefined;
  onRemove: () => void;
}

function FactRow({ fact, of, value, products, onRemove }: FactRowProps) {
  return (
    <div>
      <span>{fact}</span>
      <span className={classes.cut}>
        {value === "" ? <b>{of}</b> : of} {value !== "" && <b>{value}</b>}{" "}
        {products !== undefined && count(products)}
      </span>
      <IconButton shape="close" small label={t.profile.remove(fact)} onClick={onRemove} />
    </div>
  );
}
