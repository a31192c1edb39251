import { Textarea, TextInput } from "@mantine/core";
import { useShop } from "@/api";
import { type Item, rules } from "@/contract";
import { t } from "@/strings";
import { Choice } from "@/ui/Choice";
import type { FactTask } from "./factTask";

/** What a person types about a fact. */
export interface Typed {
  scope: "product" | "collection" | "shop";
  attribute: string;
  value: string;
  /** Of a pasted list the supplier. */
  why: string;
}

interface FactFieldsProps {
  item: Item;
  task: FactTask;
  typed: Typed;
  onType: (part: Partial<Typed>) => void;
  onEnter: () => void;
}

/** The fields that a task needs: a value, its attribute and scope, a reason. */
export function FactFields({ item, task, typed, onType, onEnter }: FactFieldsProps) {
  const words = t.review.sheet;
  const line = (name: "attribute" | "value" | "why", label: string, focus: boolean, hint = "") => (
    <TextInput
      label={label}
      placeholder={hint}
      data-autofocus={focus || undefined}
      maxLength={rules.limits.fact}
      value={typed[name]}
      onChange={(event) => onType({ [name]: event.currentTarget.value })}
      onKeyDown={(event) => event.key === "Enter" && onEnter()}
    />
  );
  switch (task.kind) {
    case "add":
      return (
        <>
          {line("attribute", words.attribute, false, words.attributeHint)}
          {line("value", words.value, true)}
          {typed.scope !== "shop" || item.product.id !== "" || task.warning ? (
            <Scopes item={item} typed={typed} onType={onType} />
          ) : null}
          {typed.scope === "product" && line("why", words.why, false)}
        </>
      );
    case "correct":
      return (
        <>
          {line("value", words.value, true)}
          {line("why", words.why, false)}
        </>
      );
    case "strike":
      return line("why", words.why, true);
    case "paste":
      return (
        <>
          <Textarea
            label={words.pasteLabel}
            placeholder={words.pasteHint}
            data-autofocus
            rows={6}
            value={typed.value}
            onChange={(event) => onType({ value: event.currentTarget.value })}
          />
          {line("why", words.supplier, false)}
        </>
      );
  }
}

function Scopes({ item, typed, onType }: Pick<FactFieldsProps, "item" | "typed" | "onType">) {
  const words = t.review.sheet;
  const shop = useShop(item.shop_id);
  const own = item.place.kind === "collection" ? "collection" : "product";
  return (
    <Choice
      label={words.scope}
      value={typed.scope}
      onChange={(scope) => onType({ scope })}
      options={[
        { value: own, label: words.scopes[own], text: item.place.title },
        {
          value: "shop",
          label: words.scopes.shop(shop?.name ?? ""),
          text: t.review.notes.factText,
        },
      ]}
    />
  );
}
