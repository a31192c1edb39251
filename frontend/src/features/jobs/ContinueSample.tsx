import { describeError, useContinueJob, useRestEstimate } from "@/api";
import type { Job } from "@/contract";
import { isFree } from "@/domain/writer";
import { useGoLive } from "@/flows/useGoLive";
import { count, money } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { notifyTrouble } from "@/ui/notify";

/** Has what a sample left out written, in the same words. */
export function ContinueSample({ job }: { job: Job }) {
  const rest = useRestEstimate(job.id).data;
  const go = useContinueJob(job.id);
  const goLive = useGoLive(job);
  if (!rest || rest.items === 0) return null;
  const cost = isFree(rest.writer) || !rest.priced ? "" : t.jobs.aboutCost(money(rest.cost_usd));
  return (
    <>
      <Button
        icon="play"
        busy={go.isPending}
        onClick={() =>
          goLive.ask(rest.items, () =>
            go.mutate(undefined, { onError: (error) => notifyTrouble(describeError(error)) }),
          )
        }
      >
        {t.jobs.writeRest(count(rest.items)) + cost}
      </Button>
      {goLive.dialog}
    </>
  );
}
