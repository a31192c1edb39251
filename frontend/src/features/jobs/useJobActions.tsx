import { type ReactNode, useState } from "react";
import { describeError, perform, useArchiveJob } from "@/api";
import type { Job } from "@/contract";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import { AgainDialog } from "./AgainDialog";
import { ArchiveDialog } from "./ArchiveDialog";
import { RenameJobDialog } from "./RenameJobDialog";

type Question =
  | { kind: "rename"; job: Job }
  | { kind: "archive"; job: Job }
  | { kind: "again"; job: Job; otherWords: boolean };

export interface JobActions {
  rename(job: Job): void;
  /** Asks, then makes the job once more; with other words it asks for them too. */
  again(job: Job, otherWords: boolean): void;
  /** Takes the job out of the list, or puts it back; asks where drafts to review leave with it. */
  archive(job: Job): void;
}

/** What is done with the job at the cursor, its keys, and their questions. */
export function useJobActions(
  jobAt: () => Job | undefined,
  onMade: (job: Job) => void,
  /** The job is a row of a list, not the page that is open. */
  onRow = false,
): { actions: JobActions; dialog: ReactNode } {
  const [question, setQuestion] = useState<Question>();
  const archiving = useArchiveJob();
  const words = t.jobMenu;
  const close = () => setQuestion(undefined);
  const actions: JobActions = {
    rename: (job) => setQuestion({ kind: "rename", job }),
    again: (job, otherWords) => setQuestion({ kind: "again", job, otherWords }),
    archive: (job) => {
      if (!job.can.archive && !job.can.unarchive) return notifyPlain(words.notYet(job.id));
      if (job.can.archive && job.counts.to_review > 0) {
        return setQuestion({ kind: "archive", job });
      }
      const archived = job.can.archive;
      perform(
        archiving,
        { id: job.id, archived },
        {
          onSuccess: () => notifyPlain(archived ? words.archived(job.id) : words.listed(job.id)),
          onError: (error) => notifyTrouble(describeError(error)),
        },
      );
    },
  };
  const at = (act: (job: Job) => void) => () => {
    const job = jobAt();
    if (job) act(job);
  };
  useKeys("page", [
    { combos: ["f2"], label: words.rename, run: at(actions.rename), onRow },
    { combos: ["w"], label: words.again, run: at((job) => actions.again(job, false)), onRow },
    {
      combos: ["shift+w"],
      label: words.otherWords,
      run: at((job) => actions.again(job, true)),
      onRow,
    },
    {
      combos: ["shift+a"],
      get label() {
        return jobAt()?.can.unarchive ? words.unarchive : words.archive;
      },
      run: at(actions.archive),
      onRow,
    },
  ]);
  return { actions, dialog: question && dialogOf(question, close, onMade) };
}

function dialogOf(question: Question, close: () => void, onMade: (job: Job) => void): ReactNode {
  const { job } = question;
  if (question.kind === "rename") return <RenameJobDialog job={job} onClose={close} />;
  if (question.kind === "archive") return <ArchiveDialog job={job} onClose={close} />;
  return <AgainDialog job={job} otherWords={question.otherWords} onMade={onMade} onClose={close} />;
}
