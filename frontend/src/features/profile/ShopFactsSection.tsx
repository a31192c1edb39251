import type { ShopOverview } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Section } from "./layout";
import classes from "./profile.module.css";

/** The facts that are noted for every product of the shop. */
export function ShopFactsSection({ shop, onEdit }: { shop: ShopOverview; onEdit: () => void }) {
  const words = t.profile;
  const facts = shop.facts.split("\n").filter((line) => line.trim() !== "");
  return (
    <Section
      title={words.facts}
      note={words.factsNote}
      action={
        <Button kind="quiet" small onClick={onEdit}>
          {words.factsEdit}
        </Button>
      }
    >
      {facts.length === 0 ? (
        <p className={classes.none}>{words.factsNone}</p>
      ) : (
        <ul className={classes.facts}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
