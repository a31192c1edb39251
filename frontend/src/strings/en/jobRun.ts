import { count } from "@/lib/format";
import { type FieldName, fieldCount, many } from "./words";

/** The writes of a job to its shop, while they are under way. */
export const jobRun = {
  done: (n: number, of: number) => `${count(n)} of ${count(of)}`,
  publishedTo: "published to",
  putBackOn: "put back on",
  toGo: (n: number) => `${count(n)} to go.`,
  started: (at: string, by: string) => (by === "" ? `Started ${at}.` : `Started ${at} by ${by}.`),
  progress: (n: number, of: number, shop: string) =>
    `${count(n)} of ${count(of)} written to ${shop}`,
  stop: "Stop publishing",
  stopJob: (id: string) => `Stop publishing job ${id}`,
  stopped: (n: number) =>
    n === 0
      ? "Everything was sent already."
      : `Stopped: ${many(n, "text")} not sent. What was approved stays approved.`,
  outbox: "See the outbox",
  publishing: "Publishing",
  left: (span: string) => `about ${span} left`,
};

/** What is done with a job as a whole in the list. */
export const jobMenu = {
  open: (id: string) => `More for job ${id}`,
  rename: "Rename…",
  again: "Write again, same words…",
  otherWords: "Change words, write again…",
  archive: "Archive",
  unarchive: "Back to the list",
  made: (id: string) => `Job ${id} is queued.`,
  archived: (id: string) => `Job ${id} is archived.`,
  archiveTitle: (id: string) => `Archive job ${id}?`,
  archiveText: (n: number) =>
    n === 1
      ? "1 of its drafts is still to review. It leaves the inbox until the job is back in the list."
      : `${count(n)} of its drafts are still to review. They leave the inbox until the job is back in the list.`,
  archiveAction: "Archive job",
  listed: (id: string) => `Job ${id} is in the list again.`,
  notYet: (id: string) => `Job ${id} still writes or publishes. Archive it once it has ended.`,
  renameTitle: (id: string) => `Rename job ${id}`,
  name: "Name",
  renameAction: "Rename",
  againTitle: (id: string) => `Write job ${id} again?`,
  againText: "A new job over the same selection, as the shop is now. The drafts of this one stay.",
  againAction: (texts: string) => `Write ${texts}`,
  texts: (n: number, field: FieldName) => fieldCount(n, field),
  nothing: "Nothing to write: every one of these has its text already.",
  instructions: "Instructions",
  about: (texts: string, cost: string) => `${texts}, ${cost}.`,
};
