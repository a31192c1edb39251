import { count } from "@/lib/format";
import { listed, many } from "./words";

/** How many left-out texts are named; more are counted. */
const NAMED = 3;

/** What an action did not take because it changed after it was shown. */
export const leftOut = {
  released: (n: number) => `Released ${count(n)} to publish.`,
  withdrawn: (n: number) => `Withdrawn: ${count(n)}.`,
  undone: (n: number) => `Queued ${count(n)} to put back.`,
  retried: (n: number) => `Trying ${count(n)} again.`,
  decided: (n: number) => `Decided ${count(n)}.`,
  saved: (n: number) => `Saved ${count(n)}.`,
  job: (id: string) => `job ${id}`,
  one: (product: string, why: string) => `Left out: ${product}. ${why}`,
  named: (left: { product: string; why: string }[]) => {
    const more = left.length > NAMED ? ` And ${count(left.length - NAMED)} more.` : "";
    const names = left.slice(0, NAMED).map(({ product, why }) => `${product}: ${why}`);
    const verb = left.length === 1 ? "was" : "were";
    return `${count(left.length)} ${verb} changed meanwhile and left out: ${names.join(" ")}${more}`;
  },
  changedSince: (n: number, titles: string[]) => {
    const named = titles.slice(0, NAMED);
    const more = n > named.length ? [`${count(n - named.length)} more`] : [];
    const which = named.length > 0 ? `: ${listed([...named, ...more])}` : "";
    const [verb, pronoun] = n === 1 ? ["was", "It"] : ["were", "They"];
    return `${count(n)} ${verb} changed after you selected the list. ${pronoun} ${verb} left out${which}.`;
  },
  again: (n: number) =>
    `This was confirmed before, and ${many(n, "text")} ${n === 1 ? "was" : "were"} queued then. Nothing was queued twice.`,
  retryChanged: (n: number) =>
    `Not retried: ${many(n, "item")} ${n === 1 ? "has" : "have"} failed by now. Look at them, then retry.`,
};
