import { useState } from "react";
import { describeError, type FactChange, useAnswerNote, useChangeFacts } from "@/api";
import type { Item } from "@/contract";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { FactFields, type Typed } from "./FactFields";
import type { FactTask } from "./factTask";
import { useCollectionFact } from "./useCollectionFact";

interface FactDialogProps {
  item: Item;
  task: FactTask;
  onClose: () => void;
}

/** Adds, corrects or strikes a fact, or takes a supplier's. Nothing goes to the shop. */
export function FactDialog({ item, task, onClose }: FactDialogProps) {
  const words = t.review.sheet;
  const row = "row" in task ? task.row : undefined;
  const claim = task.kind === "add" ? task.warning : undefined;
  const [typed, setTyped] = useState<Typed>({
    scope: ownScope(item, claim !== undefined),
    attribute: row?.attribute ?? "",
    value: row?.value ?? (task.kind === "add" ? (task.value ?? "") : ""),
    why: "",
  });
  const change = useChangeFacts(item.shop_id, item.product.id, item.job_id);
  const note = useAnswerNote(item.job_id);
  const ofCollection = useCollectionFact(item, claim, typed);
  const ofShop = task.kind === "add" && typed.scope === "shop";
  const doing = ofCollection.wanted ? ofCollection : ofShop ? note : change;
  const submit = () => {
    if (ofCollection.wanted) ofCollection.submit(onClose);
    else if (ofShop) {
      const fact = [typed.attribute, typed.value].filter(Boolean).join(": ");
      const at = { item: item.id, revision: item.revision };
      note.mutate({ kind: "fact", ...at, fact }, { onSuccess: onClose });
    } else change.mutate(changeOf(task, typed), { onSuccess: onClose });
  };
  const name = row ? [row.attribute, row.value].filter(Boolean).join(" ") : "";
  return (
    <ConfirmDialog
      title={words.titles[task.kind](name, item.place.title)}
      action={words.actions[task.kind]}
      asks
      busy={doing.isPending}
      trouble={doing.error ? describeError(doing.error) : undefined}
      onConfirm={submit}
      onClose={onClose}
    >
      <FactFields
        item={item}
        task={task}
        typed={typed}
        onType={(part) => setTyped((before) => ({ ...before, ...part }))}
        onEnter={submit}
      />
      {ofCollection.becomes && <p role="status">{ofCollection.becomes}</p>}
      <p>{ofCollection.wanted ? words.texts.addCollection : words.texts[task.kind]}</p>
    </ConfirmDialog>
  );
}

/** What a new fact is true of, unless the person says otherwise. */
function ownScope(item: Item, answersClaim: boolean): Typed["scope"] {
  if (item.product.id !== "") return "product";
  return item.place.kind === "collection" && answersClaim ? "collection" : "shop";
}

function changeOf(task: FactTask, { attribute, value, why }: Typed): FactChange {
  const fact = { attribute, value, scope: "", why };
  switch (task.kind) {
    case "add":
      return { kind: "add", fact };
    case "correct":
      return { kind: "correct", row: task.row.id, fact: { ...fact, attribute: "" } };
    case "strike":
      return { kind: "strike", row: task.row.id, why };
    case "paste":
      return { kind: "paste", supplier: why, text: value };
  }
}
