import { count } from "@/lib/format";
import { type FieldName, fieldCount, listed } from "./words";

interface Tally {
  published: number;
  failed: number;
  conflict: number;
  unsent: number;
}

/** What publishing is called in a shop: published on it, or collected for a file. */
export interface PublishingWords {
  published: string;
  /** The same in a narrow column. */
  column: string;
  statistics: (published: number, review: number, failed: number) => string;
  progress: (done: number, total: number) => string;
  /** The same, as it is announced. */
  news: (done: number, total: number) => string;
  /** The line under the mark; "" where the time is shown. */
  next: string;
  nonePublished: string;
  noneUndoable: (n: number) => string;
  notPublished: (why: string) => string;
  queued: (n: number) => string;
  result: (tally: Tally) => string;
  /** The numbers of the result, without what to do next. */
  tally: (tally: Tally) => string;
  title: (n: number, field: FieldName, shop: string) => string;
  nothingTitle: string;
  button: (n: number) => string;
  live: (n: number) => string;
}

const published: PublishingWords = {
  published: "Published",
  column: "Published",
  statistics: (n, review, failed) =>
    `${count(n)} published, ${count(review)} to review, ${count(failed)} failed`,
  progress: (done, total) => `Publishing ${count(done)} of ${count(total)}`,
  news: (done, total) => `Publishing: ${count(done)} of ${count(total)}`,
  next: "",
  nonePublished: "Nothing is published yet.",
  noneUndoable: (n) =>
    n === 1 ? "This one is not published." : `None of these ${count(n)} is published.`,
  notPublished: (why) => `Not published: ${why}`,
  queued: (n) => `Queued ${count(n)} to publish.`,
  result: (tally) => `${resultOf(tally, "published")}.`,
  tally: (tally) => resultOf(tally, "published"),
  title: (n, field, shop) => `Publish ${fieldCount(n, field)} to ${shop}?`,
  nothingTitle: "Nothing to publish",
  button: (n) => `Publish ${count(n)}`,
  live: (n) =>
    n === 1
      ? "The draft goes live as soon as it is written, before anyone reads it."
      : "Drafts go live as soon as they are written, before anyone reads them.",
};

const collected: PublishingWords = {
  published: "Collected for the file",
  column: "Collected",
  statistics: (n, review, failed) =>
    `${count(n)} collected for the file, ${count(review)} to review, ${count(failed)} failed`,
  progress: (done, total) => `Collecting ${count(done)} of ${count(total)}`,
  news: (done, total) => `Collecting: ${count(done)} of ${count(total)}`,
  next: "Export the file, then import it in Shopify",
  nonePublished: "Nothing is collected for the file yet.",
  noneUndoable: (n) =>
    n === 1
      ? "This one is not collected for the file."
      : `None of these ${count(n)} is collected for the file.`,
  notPublished: (why) => `Not collected: ${why}`,
  queued: (n) => `Queued ${count(n)} for the file.`,
  result: (tally) =>
    `${resultOf(tally, "collected for the file")}.` +
    (tally.published > 0 ? " Export the file, then import it in Shopify’s admin." : ""),
  tally: (tally) => resultOf(tally, "collected for the file"),
  title: (n, field, shop) => `Collect ${fieldCount(n, field)} for the file of ${shop}?`,
  nothingTitle: "Nothing to collect",
  button: (n) => `Collect ${count(n)}`,
  live: (n) =>
    n === 1
      ? "The draft goes into the shop’s export file as soon as it is written, before anyone reads it."
      : "Drafts go into the shop’s export file as soon as they are written, before anyone reads them.",
};

function resultOf({ published: done, failed, conflict, unsent }: Tally, word: string): string {
  const parts = [
    done > 0 && `${count(done)} ${word}`,
    failed > 0 && `${count(failed)} failed`,
    conflict > 0 && `${count(conflict)} in conflict`,
    unsent > 0 && `${count(unsent)} not sent`,
  ].filter((part): part is string => part !== false);
  return listed(parts);
}

/** The words for publishing, by the mark of a published text. */
export const publishingWords = { published, collected };
