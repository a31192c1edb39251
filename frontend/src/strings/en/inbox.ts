import { count, duration } from "@/lib/format";
import { listed, many } from "./words";

/** The inbox, and reading from it. */
export const inbox = {
  title: "To review",
  go: "Go to what is to review",
  summary: (left: number, shops: number, pace: string) =>
    `${many(left, "draft")} in ${many(shops, "shop")}${pace && `, about ${pace} at your pace`}`,
  about: (ms: number) => duration(Math.max(60_000, Math.ceil(ms / 60_000) * 60_000)),
  search: "Search shop, job or draft",
  read: (n: number) => `Read ${count(n)}`,
  tabs: "Show",
  tab: {
    "": "All",
    warned: "Warnings",
    low: "Score below 80",
    rewritten: "Rewritten",
    today: "Written today",
  },
  order: "Order",
  orders: { "": "Most left first", oldest: "Oldest first", name: "By name" },
  heads: {
    name: "Shop and job",
    field: "Field",
    left: "Left",
    warned: "With warnings",
    low: "Below 80",
    about: "About",
    read: "Read",
  },
  jobs: (n: number) => many(n, "job"),
  left: (n: number) => `${count(n)} left`,
  of: (n: number) => `of ${count(n)}`,
  oldest: (when: string) => `Oldest from ${when}`,
  oldestToday: "All from today",
  written: (from: string, to: string) =>
    from === to ? `Written ${from}, warnings first` : `Written ${from} to ${to}, warnings first`,
  rewritten: (n: number) => `${count(n)} rewritten with your note`,
  more: (n: number) => (n > 0 ? `${count(n)} more, in this order` : "All in this order"),
  toReview: "To review",
  nothing: "Nothing is left to read. Drafts come here when a job has written them.",
  noMatch: (text: string) => `Nothing to review matches “${text}”.`,
  noneInTab: "No draft here is left to read.",
  choose: "Choose a draft first: → expands the job.",
  skipped: "Skipped: it stays to review.",
  keys: {
    move: "move",
    fold: "collapse, expand",
    readHere: "read from here",
    readAll: "Read all",
    preview: "preview",
    approve: "approve",
    reject: "reject",
    skip: "skip",
    regenerate: "regenerate",
    undo: "undo the last decision",
  },
  readFrom: "Read from here",
  unfold: "Expand",
  fold: "Collapse",
  toJob: "Go to the job",
  // Reading
  skip: "Skip",
  back: "Back",
  place: (left: number, pace: string) => `${count(left)} left${pace && ` · about ${pace}`}`,
  next: (title: string) => `next: ${title}`,
  last: "the last one",
  // The end
  done: (parts: { n: number; word: string }[]) =>
    parts.length === 0
      ? "All read"
      : `All read: ${parts.map(({ n, word }) => `${count(n)} ${word}`).join(", ")}`,
  approved: "approved",
  rejected: "rejected",
  rewriting: "being rewritten",
  published: "published",
  youRead: (n: number, where: string, took: string) =>
    `You read ${many(n, "draft")} of ${where}, in ${took}.`,
  othersLeft: (n: number) =>
    n === 0
      ? "Nothing is left here."
      : `The other ${n === 1 ? "one is" : `${count(n)} are`} still undecided.`,
  places: (names: string[]) => listed(names),
  publish: (n: number) => `Publish ${count(n)}…`,
  publishIn: (n: number, shop: string) => `Publish ${count(n)} in ${shop}…`,
  readOthers: (n: number) => (n === 1 ? "Read the other one" : `Read the other ${count(n)}`),
  nextShop: (name: string, n: number) => `Next shop: ${name}, ${count(n)}`,
  toInbox: "Back to To review",
  beingRewritten: (n: number, back: number) =>
    back > 0
      ? `${count(n + back)} to be rewritten, ${count(back)} are back`
      : `${count(n)} being rewritten`,
  isBack: "Back, to review",
  rejectedHead: (n: number) => `${count(n)} rejected, the shop keeps its text`,
  skippedHead: (n: number) => `${count(n)} skipped, to review`,
};
