import { Tooltip } from "@mantine/core";
import type { Job } from "@/contract";
import { statusOf, statusReason } from "@/domain/job";
import { JobMark } from "@/ui/Mark";
import "@mantine/core/styles/Tooltip.layer.css";
import classes from "./JobStatus.module.css";

interface JobStatusProps {
  job: Job;
  /** In a list the whole row opens the job: the badge handles no clicks. */
  inRow?: boolean;
}

/** The state of a job, with the reason on hover or focus. */
export function JobStatus({ job, inRow }: JobStatusProps) {
  const mark = <JobMark of={statusOf(job)} />;
  return (
    <Tooltip
      label={statusReason(job)}
      events={{ hover: true, focus: true, touch: true }}
      multiline
      maw="22rem"
      position="bottom-start"
      openDelay={150}
      zIndex={299} // below the menu of the row, also where it comes after it
      transitionProps={{ duration: 0 }}
      classNames={{ tooltip: classes.reason }}
    >
      {inRow ? (
        <span className={classes.status}>{mark}</span>
      ) : (
        <button type="button" className={classes.status}>
          {mark}
        </button>
      )}
    </Tooltip>
  );
}
