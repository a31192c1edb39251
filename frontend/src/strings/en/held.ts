import { count } from "@/lib/format";
import { type FieldName, fieldNames, many } from "./words";

/** What waits since the data file was restored, and products that a sync did not find. */
export const held = {
  title: (texts: number, jobs: number) =>
    `${many(texts, "queued text")} and ${many(jobs, "job")} held.`,
  rest: (when: string) =>
    `The data file was restored from the copy of ${when}. They may have been published, withdrawn or undone since.`,
  see: "See what is held",
  dialog: "Held since the restore",
  text: "Nothing of this is sent or written until you publish it here. Withdrawn texts stay as drafts.",
  part: (shop: string, job: string, field: FieldName) =>
    job ? `${shop}, job ${job}, ${fieldNames[field].label}` : `${shop}, product editor`,
  texts: (n: number, undos: number) =>
    undos === 0
      ? `${count(n)} to publish`
      : `${count(n - undos)} to publish, ${count(undos)} to put back`,
  open: (n: number) => `${many(n, "draft")} to write`,
  publish: "Publish these",
  resume: "Resume",
  withdraw: "Withdraw",
  cancel: "Cancel job",
  publishShop: "Publish all of this shop",
  withdrawShop: "Withdraw all of this shop",
  withdrawAll: "Withdraw all",
  missing: (n: number) => `${many(n, "product")} not found on the shop.`,
  missingRest: "The last sync did not list them. They are kept here until you confirm.",
  remove: "Remove them here",
};
