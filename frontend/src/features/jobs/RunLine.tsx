import { useState } from "react";
import { describeError, perform, useWithdraw } from "@/api";
import type { Job, ShopOverview } from "@/contract";
import { time } from "@/lib/format";
import { t } from "@/strings";
import { Progress } from "@/ui/Bars";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import classes from "./bands.module.css";

interface RunLineProps {
  job: Job;
  run: NonNullable<Job["publishing"]>;
  shop: ShopOverview;
  onOutbox: () => void;
}

/** How far a job's writes to its shop are; joined to the job above by a line. */
export function RunLine({ job, run, shop, onOutbox }: RunLineProps) {
  const withdraw = useWithdraw();
  const [stopped, setStopped] = useState(false);
  const words = t.jobRun;
  const done = run.total - run.waiting;
  const stop = () => {
    setStopped(true);
    perform(
      withdraw,
      { shop_id: shop.id, job_id: job.id, item_ids: [] },
      {
        onSuccess: (n) => notifyPlain(words.stopped(n)),
        onError: (error) => {
          setStopped(false);
          notifyTrouble(describeError(error));
        },
      },
    );
  };
  return (
    <div className={classes.why}>
      <Icon shape="shop" small />
      <span className={classes.run}>
        <b>{words.done(done, run.total)}</b> {run.undo ? words.putBackOn : words.publishedTo}{" "}
        <b>{shop.name}</b>
        <span className={classes.bar}>
          <Progress
            done={done}
            total={run.total}
            tone="ok"
            label={words.progress(done, run.total, shop.name)}
          />
        </span>
        <b>{words.toGo(run.waiting)}</b> {words.started(time(run.started_at), run.person)}
      </span>
      {job.can.withdraw && (
        <Button small disabled={stopped} label={words.stopJob(job.id)} onClick={stop}>
          {words.stop}
        </Button>
      )}
      <Button kind="quiet" small onClick={onOutbox}>
        {words.outbox}
      </Button>
    </div>
  );
}
