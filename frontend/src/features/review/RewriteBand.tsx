import { describeError, useCancelRegenerate, useMoveJob } from "@/api";
import type { Item } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { notifyTrouble } from "@/ui/notify";
import classes from "./RewriteBand.module.css";

/** Says that a regenerate is queued, with Keep; that it was written, until a person decides; or why it failed. */
export function RewriteBand({ item }: { item: Item }) {
  const cancel = useCancelRegenerate(item.job_id);
  const move = useMoveJob();
  const onError = (error: Error) => notifyTrouble(describeError(error));
  const words = t.review.rewrite;
  const { rewrite } = item;
  if (!rewrite) return null;
  const why = rewrite.reason?.message ?? "";
  const sentence = {
    queued: words.queued,
    writing: words.writing,
    paused: words.paused(why),
    written: t.regenerating.rewritten,
    failed: words.failed(why),
    cancelled: why,
  }[rewrite.state];
  const done = rewrite.state === "written";
  const going = rewrite.state === "queued" || rewrite.state === "writing";
  return (
    <section
      className={classes.band}
      aria-label={words.label}
      data-going={going || done || undefined}
    >
      <Icon
        shape={going ? "running" : done ? "check" : "info"}
        tone={going ? "accent" : done ? "ok" : "warn"}
        turning={rewrite.state === "writing"}
        small
      />
      <p>
        {sentence}
        {rewrite.note !== "" && (done || item.can.cancel_regenerate) && <q>{rewrite.note}</q>}
      </p>
      {rewrite.state === "paused" && (
        <Button
          small
          busy={move.isPending}
          onClick={() => move.mutate({ job: item.job_id, to: "ResumeJob" }, { onError })}
        >
          {words.resume}
        </Button>
      )}
      {item.can.cancel_regenerate && (
        <Button
          kind="quiet"
          small
          busy={cancel.isPending}
          onClick={() => cancel.mutate([item.id], { onError })}
        >
          {words.keep}
        </Button>
      )}
    </section>
  );
}
