import { TextInput } from "@mantine/core";
import { useState } from "react";
import { describeError, useAnswerNote, useShop } from "@/api";
import { type Item, rules, type Warning } from "@/contract";
import { isHtml } from "@/domain/fields";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { visibleText } from "@/ui/proof/visible";

interface FactDialogProps {
  item: Item;
  /** The warning whose words have no source yet. */
  warning: Warning;
  onClose: () => void;
}

/** Adds a fact about every product of the shop, so that drafts may state it. */
export function FactDialog({ item, warning, onClose }: FactDialogProps) {
  const answer = useAnswerNote(item.job_id);
  const shop = useShop(item.shop_id);
  const [fact, setFact] = useState(() => wordsOf(item, warning));
  const words = t.review.notes;
  const submit = () =>
    answer.mutate(
      { kind: "fact", item: item.id, revision: item.revision, fact },
      { onSuccess: onClose },
    );
  return (
    <ConfirmDialog
      title={words.factTitle(shop?.name ?? "")}
      action={words.factButton}
      asks
      busy={answer.isPending}
      trouble={answer.error ? describeError(answer.error) : undefined}
      onConfirm={submit}
      onClose={onClose}
    >
      <TextInput
        label={words.factLabel}
        data-autofocus
        maxLength={rules.limits.fact}
        value={fact}
        onChange={(event) => setFact(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && submit()}
      />
      <p>{words.factText}</p>
    </ConfirmDialog>
  );
}

/** The words of the draft that the warning rings. */
function wordsOf(item: Item, { start, end }: Warning): string {
  const text = isHtml(item.field)
    ? visibleText(new DOMParser().parseFromString(item.content, "text/html").body).text
    : item.content;
  return [...text].slice(start, end).join("");
}
