import { count } from "@/lib/format";
import { type FieldName, fieldNames, listed, many } from "./words";

interface Total {
  texts: number;
  jobs: number;
  shops: string[];
}

/** "12 texts and 1 job", without zero counts. */
function amount({ texts, jobs }: Pick<Total, "texts" | "jobs">): string {
  return listed([
    ...(texts > 0 || jobs === 0 ? [many(texts, "text")] : []),
    ...(jobs > 0 ? [many(jobs, "job")] : []),
  ]);
}

/** What waits since the data file was restored, and products that a sync did not find. */
export const held = {
  title: (texts: number, jobs: number) =>
    `${listed([
      ...(texts > 0 ? [many(texts, "queued text")] : []),
      ...(jobs > 0 ? [many(jobs, "job")] : []),
    ])} held.`,
  rest: (when: string) =>
    `The data file was restored from the copy of ${when}. They may have been published, withdrawn or undone since.`,
  see: "See what is held",
  dialog: "Held since the restore",
  text: "Nothing of this is sent or written until you publish it here. Withdrawn texts stay as drafts.",
  part: (shop: string, job: string, field: FieldName) =>
    `${shop}, ${job ? `job ${job}` : "product editor"}, ${fieldNames[field].label}`,
  details: ({
    waiting,
    undos,
    open,
  }: {
    waiting: number;
    undos: number;
    open: number | undefined;
  }) => [
    ...(waiting > undos ? [`${count(waiting - undos)} to publish`] : []),
    ...(undos > 0 ? [`${count(undos)} to put back`] : []),
    ...(open === undefined ? [] : [`${many(open, "draft")} to write`]),
  ],
  publish: "Publish these…",
  resume: "Resume…",
  withdraw: "Withdraw…",
  cancel: "Cancel job…",
  withdrawAll: "Withdraw all…",
  releaseTitle: (total: Total) =>
    total.texts > 0
      ? `Publish ${many(total.texts, "held text")} to ${listed(total.shops)}?`
      : `Resume ${many(total.jobs, "held job")} of ${listed(total.shops)}?`,
  releaseButton: (total: Total) =>
    total.texts > 0 ? `Publish ${count(total.texts)}` : `Resume ${count(total.jobs)}`,
  releaseText:
    "They were queued when the copy was made. What was withdrawn, rejected or undone after that is sent again, unless the text on the shop has changed: that is a conflict. You can undo this later.",
  straight:
    "This job publishes without review: each good draft goes live as soon as it is written.",
  gone: (left: Pick<Total, "texts" | "jobs">) =>
    `Left out: ${amount(left)} of this list, no longer held. Another window or command released or withdrew ${left.texts + left.jobs === 1 ? "it" : "them"}.`,
  withdrawTitle: (total: Total) => `Withdraw ${amount(total)} of ${listed(total.shops)}?`,
  withdrawButton: (total: Total) => `Withdraw ${amount(total)}`,
  withdrawText:
    "Nothing is sent. The texts stay as drafts and can be published again; held jobs are cancelled and keep what they have written.",
  missing: (n: number) => `${many(n, "product")} not found on the shop.`,
  missingRest: "The last sync did not list them. They are kept here until you confirm.",
  seeMissing: "See which…",
  removeTitle: (n: number, shop: string) =>
    `Remove ${many(n, "product")} of ${shop} from this computer?`,
  removeText:
    "The shop did not list them. It is read once more first: products that it lists again are kept, and so are others that are missing by then. Drafts and publications stay, and nothing on the shop changes.",
  moreMissing: (n: number) => `and ${count(n)} more`,
  removeButton: (n: number) => `Remove ${count(n)}`,
  removed: (removed: number, back: number, missing: number) =>
    [
      `${many(removed, "product")} removed here.`,
      back > 0 && `${count(back)} kept: the shop lists them again.`,
      missing > 0 && `${many(missing, "other product", "other products")} not found this time.`,
    ]
      .filter(Boolean)
      .join(" "),
};
