import { usePublishFailures, useShop } from "@/api";
import type { Job } from "@/contract";
import { publishingWords } from "@/domain/publishingWords";
import { useGoLive } from "@/flows/useGoLive";
import { useRetryAll } from "@/flows/useRetryAll";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { IconButton } from "@/ui/IconButton";
import classes from "./PublishResult.module.css";
import { type PublishRun, tells } from "./publishRun";

/** How many failures are named; the filter shows the rest. */
const NAMED = 3;

interface PublishResultProps {
  job: Job;
  run: PublishRun;
  onShowFailed: () => void;
  onShowConflicts: () => void;
  onDismiss: () => void;
}

/** What became of a publication of many: how many are there, what failed and why, what to do next. */
export function PublishResult(props: PublishResultProps) {
  const { job, run, onShowFailed, onShowConflicts, onDismiss } = props;
  const retry = useRetryAll();
  const words = t.publishResult;
  const goLive = useGoLive();
  const publishing = publishingWords(useShop(job.shop_id));
  if (run.kind !== "over" || !tells(run)) return null;
  const { tally, unsent } = run;
  const fine = tally.failed + tally.conflict === 0;
  return (
    <section className={classes.strip} data-fine={fine || undefined} aria-label={words.label}>
      <Icon shape={fine ? "check" : "warn"} tone={fine ? "ok" : "warn"} small />
      <p>
        <b>{publishing.result({ ...tally, unsent })}</b>{" "}
        {tally.failed > 0 && <Failures job={job} />}
      </p>
      {tally.conflict > 0 && (
        <Button kind="quiet" small onClick={onShowConflicts}>
          {words.showConflicts(tally.conflict)}
        </Button>
      )}
      {tally.failed > 0 && (
        <>
          <Button kind="quiet" small onClick={onShowFailed}>
            {words.showFailed}
          </Button>
          {job.can.retry && (
            <Button
              small
              icon="retry"
              busy={retry.busy}
              onClick={() => goLive.ask(job, job.ready.retry, () => retry.run(job, onDismiss))}
            >
              {words.retry(job.ready.retry)}
            </Button>
          )}
        </>
      )}
      <IconButton shape="close" small label={words.dismiss} onClick={onDismiss} />
      {goLive.dialog}
    </section>
  );
}

function Failures({ job }: { job: Job }) {
  const failures = usePublishFailures(job.id).data ?? [];
  const named = failures.slice(0, NAMED);
  const more = failures.length - named.length;
  return (
    <>
      {named.map((item) => (
        <span key={item.id}>
          {item.place.title}: {item.error?.message ?? ""}{" "}
        </span>
      ))}
      {more > 0 && t.publishResult.more(count(more))}
    </>
  );
}
