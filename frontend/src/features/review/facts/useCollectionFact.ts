import { useAnswerClaims, useAnswerPreview } from "@/api";
import type { AnswerRequest, Item, WarningKey } from "@/contract";
import { remember } from "@/flows/steps";
import { tellLeftOut } from "@/flows/tellLeftOut";
import { t } from "@/strings";
import type { Typed } from "./FactFields";

/** A fact of a collection that answers a claim of its draft: with a preview, and undone with Ctrl Z. */
export function useCollectionFact(item: Item, claim: WarningKey | undefined, typed: Typed) {
  const words = t.review.answerAll;
  const wanted = claim !== undefined && typed.scope === "collection";
  const { attribute, value } = typed;
  const request: AnswerRequest = {
    job_id: item.job_id,
    warning: claim ?? { rule: "", about: "" },
    do: "add_fact",
    fact: { attribute, value, scope: "", why: "" },
    scope: { kind: "products", value: "" },
  };
  const preview = useAnswerPreview(request, wanted && value.trim() !== "");
  const answer = useAnswerClaims(item.job_id);
  const draft = preview.data?.drafts?.find(({ id }) => id === item.id);
  return {
    wanted,
    isPending: answer.isPending,
    error: answer.error ?? preview.error,
    /** What becomes of the warnings of the draft. */
    becomes: wanted && draft ? words.warnings(draft.warnings, draft.warnings_left) : undefined,
    submit: (onDone: () => void) =>
      answer.mutate(
        { request, drafts: [{ id: item.id, revision: item.revision }] },
        {
          onSuccess: (done) => {
            remember({ kind: "answer", job: item.job_id, id: done.id });
            tellLeftOut(done, words.done);
            onDone();
          },
        },
      ),
  };
}
