import { Modal } from "@mantine/core";
import "@/ui/theme/modal.css";
import { useState } from "react";
import type { Job } from "@/contract";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import classes from "./JobInstructions.module.css";

/** The instructions of a job: the name in the slug line, the text one click or key away. */
export function JobInstructions({ job }: { job: Job }) {
  const [shown, setShown] = useState(false);
  const given = job.instructions !== "";
  useKeys("page", [
    { combos: ["i"], label: t.instructions.show, run: () => setShown(true), off: !given },
  ]);
  if (!given) {
    return (
      <span>
        {t.jobs.instructions} <b>{t.jobs.noInstructions}</b>
      </span>
    );
  }
  return (
    <span className={classes.line}>
      {t.jobs.instructions}{" "}
      <button
        type="button"
        className={classes.name}
        aria-keyshortcuts="I"
        title={t.instructions.show}
        onClick={() => setShown(true)}
      >
        {job.instructions_name || job.instructions}
      </button>
      {shown && <WordsDialog job={job} onClose={() => setShown(false)} />}
    </span>
  );
}

function WordsDialog({ job, onClose }: { job: Job; onClose: () => void }) {
  const { instructions_name: name } = job;
  useKeys("question", [{ combos: ["i"], label: t.common.close, run: onClose }]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.instructions.ofJob(job.id)}
      size="34rem"
      zIndex={400}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <p className={classes.note}>
        {name ? t.instructions.ofJobNamed(name) : t.instructions.ofJobTyped}
      </p>
      <p className={classes.words}>{job.instructions}</p>
      {job.unused && <p className={classes.note}>{job.unused}</p>}
    </Modal>
  );
}
