import { Autocomplete, TextInput } from "@mantine/core";
import "@mantine/core/styles/Popover.layer.css";
import "@mantine/core/styles/Combobox.layer.css";
import "@mantine/core/styles/ScrollArea.layer.css";
import { useState } from "react";
import { describeError, useAddScopedFact, useSetFacts } from "@/api";
import { type FactScopeKind, rules, type ShopOverview } from "@/contract";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Segments } from "@/ui/Segments";
import { factLines } from "./factLines";
import { useScopes } from "./useScopes";

type Scope = Extract<FactScopeKind, "shop" | "vendor" | "type" | "collection">;

const SCOPES: Scope[] = ["shop", "vendor", "type", "collection"];

/** Notes a fact, for every product or for those of a vendor, type or collection. */
export function FactDialog({ shop, onClose }: { shop: ShopOverview; onClose: () => void }) {
  const words = t.profile;
  const [fact, setFact] = useState("");
  const [kind, setKind] = useState<Scope>("shop");
  const [value, setValue] = useState("");
  const scopes = useScopes(shop, kind === "collection" ? value : "");
  const set = useSetFacts();
  const add = useAddScopedFact(shop.id);
  const line = fact.trim().replace(/\s+/g, " ");
  const products = scopes.productsOf({ kind, value: value.trim() });
  const ready = line !== "" && (kind === "shop" || value.trim() !== "");
  const error = set.error ?? add.error;
  const save = () => {
    if (kind === "shop") {
      const facts = [...factLines(shop.facts), line].join("\n");
      return set.mutate({ shop: shop.id, facts }, { onSuccess: onClose });
    }
    return add.mutate({ scope: { kind, value: value.trim() }, fact: line }, { onSuccess: onClose });
  };
  return (
    <ConfirmDialog
      title={words.factTitle}
      action={ready ? words.factSave : undefined}
      asks
      busy={set.isPending || add.isPending}
      trouble={error ? describeError(error) : undefined}
      onConfirm={save}
      onClose={onClose}
    >
      <TextInput
        label={words.factColumns.fact}
        placeholder={words.factHint}
        maxLength={rules.limits.fact}
        data-autofocus
        value={fact}
        onChange={(event) => setFact(event.currentTarget.value)}
      />
      <Segments
        label={words.factColumns.of}
        wide
        value={kind}
        onChange={setKind}
        options={SCOPES.map((scope) => ({ value: scope, label: words.scopes[scope] }))}
      />
      {kind !== "shop" && (
        <Autocomplete
          label={kind === "collection" ? words.factHandle : words.scopes[kind]}
          data={scopes.namesOf(kind)}
          description={products === undefined ? undefined : words.factProducts(products)}
          comboboxProps={{ zIndex: 450 }}
          value={value}
          onChange={setValue}
        />
      )}
    </ConfirmDialog>
  );
}
