import { TextInput } from "@mantine/core";
import { useState } from "react";
import { describeError, useAnswerClaims, useAnswerPreview } from "@/api";
import { type AnsweredDraft, type AnswerKind, type Item, rules, type Warning } from "@/contract";
import { keyOf } from "@/domain/notes";
import { remember } from "@/flows/steps";
import { tellLeftOut } from "@/flows/tellLeftOut";
import { t } from "@/strings";
import { Choice } from "@/ui/Choice";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import classes from "./AnswerAllDialog.module.css";

interface AnswerAllDialogProps {
  item: Item;
  warning: Warning;
  /** The answer that was asked for. */
  initial: AnswerKind;
  onClose: () => void;
}

/** One answer to a claim in all drafts of a job that make it: what becomes of each is shown first. */
export function AnswerAllDialog({ item, warning, initial, onClose }: AnswerAllDialogProps) {
  const words = t.review.answerAll;
  const [kind, setKind] = useState<AnswerKind>(initial);
  const [value, setValue] = useState(warning.about);
  const ready = kind !== "add_fact" || value.trim() !== "";
  const request = {
    job_id: item.job_id,
    warning: keyOf(warning),
    do: kind,
    fact: { attribute: "", value: kind === "add_fact" ? value : "", scope: "", why: "" },
    scope: { kind: "products" as const, value: "" },
  };
  const preview = useAnswerPreview(request, ready);
  const answer = useAnswerClaims(item.job_id);
  const drafts = preview.data?.drafts ?? [];
  const known = ready && preview.isSuccess && !preview.isPlaceholderData;
  const left = preview.data?.left ?? [];
  const submit = () =>
    answer.mutate(
      { request, drafts: drafts.map(({ id, revision }) => ({ id, revision })) },
      {
        onSuccess: (done) => {
          remember({ kind: "answer", job: item.job_id, id: done.id });
          tellLeftOut(done, words.done);
          onClose();
        },
      },
    );
  const error = answer.error ?? preview.error;
  return (
    <ConfirmDialog
      title={words.title(warning.about)}
      action={known && drafts.length > 0 ? words.action[kind](drafts.length) : undefined}
      asks
      busy={answer.isPending}
      trouble={error ? describeError(error) : undefined}
      onConfirm={submit}
      onClose={onClose}
    >
      <div className={classes.body}>
        <Choice
          label={words.choose}
          value={kind}
          onChange={setKind}
          options={(["take_out", "add_fact", "keep"] as const).map((option) => ({
            value: option,
            label: words.kinds[option],
            text: words.texts[option],
          }))}
        />
        {kind === "add_fact" && (
          <TextInput
            label={words.fact}
            maxLength={rules.limits.fact}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
        <ul className={classes.drafts} aria-label={words.drafts} tabIndex={0}>
          {drafts.map((draft) => (
            <Draft key={draft.id} draft={draft} />
          ))}
        </ul>
        {left.length > 0 && <p>{words.left(left.length)}</p>}
        <p>{words.undo}</p>
      </div>
    </ConfirmDialog>
  );
}

/** What becomes of the sentence with the claim in one draft. */
function Draft({ draft }: { draft: AnsweredDraft }) {
  const words = t.review.answerAll;
  const { before, after, place, warnings, warnings_left, reopens } = draft;
  return (
    <li>
      <b>{place.title}</b> <span>{words.warnings(warnings, warnings_left)}</span>
      <p>{before === after ? before : <del>{before}</del>}</p>
      {before !== after && after !== "" && <p>{after}</p>}
      {reopens && <span>{words.reopens}</span>}
    </li>
  );
}
