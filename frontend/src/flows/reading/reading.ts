import type { Inbox, Item, ItemOrder, ReviewTab } from "@/contract";

/** A job whose drafts are read. */
export interface ReadingJob {
  id: string;
  shop: string;
  shopName: string;
  name: string;
  /** Narrows its drafts; "" where the name of the job or its shop was searched for. */
  search: string;
}

/** A draft that was on the screen. */
export interface Shown {
  id: string;
  job: string;
  position: number;
  revision: number;
}

/** Reading drafts one after the other, over jobs and shops. */
export interface Reading {
  /** "all", or the id of a shop or a job. */
  of: string;
  jobs: ReadingJob[];
  tab: ReviewTab;
  order: ItemOrder;
  startedAt: number;
  /** In the order in which they were seen, each once a revision. */
  shown: Shown[];
  /** Its end was shown: reading on begins again. */
  ended: boolean;
}

/** Kept while pages change; a reload begins again from the address. */
let current: Reading | undefined;

export function currentReading(): Reading | undefined {
  return current;
}

/** Begins to read; what was read before is forgotten. */
export function beginReading(of: string, jobs: ReadingJob[], tab: ReviewTab, order: ItemOrder) {
  current = { of, jobs, tab, order, startedAt: Date.now(), shown: [], ended: false };
  return current;
}

/** The jobs of the inbox that are read: all, those of a shop, or one. */
export function jobsToRead(inbox: Inbox, of: string, search: string): ReadingJob[] {
  return (inbox.shops ?? []).flatMap((shop) =>
    (shop.jobs ?? [])
      .filter((job) => of === "all" || of === shop.id || of === job.id)
      .map((job) => ({
        id: job.id,
        shop: shop.id,
        shopName: shop.name,
        name: job.name,
        search: job.named ? "" : search,
      })),
  );
}

/** How many drafts of these jobs are left. */
export function leftOf(inbox: Inbox | undefined, jobs: { id: string }[]): number | undefined {
  if (!inbox) return undefined;
  const wanted = new Set(jobs.map(({ id }) => id));
  return (inbox.shops ?? [])
    .flatMap((shop) => shop.jobs ?? [])
    .filter((job) => wanted.has(job.id))
    .reduce((sum, job) => sum + job.left, 0);
}

export function noteShown(reading: Reading, { id, job_id, position, revision }: Item): void {
  const last = reading.shown.find((one) => one.id === id);
  if (last) last.revision = Math.max(last.revision, revision);
  else reading.shown.push({ id, job: job_id, position, revision });
}

/** A draft was on screen, or is left for now: another revision of it comes again. */
export function isPassed(passed: ReadonlySet<string>, item: Pick<Item, "id" | "revision">) {
  return passed.has(`${item.id}@${item.revision}`);
}

/** The drafts of a job in the order of reading, from the n-th on. */
type DraftsOf = (job: ReadingJob, offset: number, limit: number) => Promise<Item[]>;

/**
 * Returns the next draft to read, followed by the rest of the fetched page; empty when nothing is left. After the last
 * draft come those before the one that reading began with, then those that were written again since they were passed.
 */
export async function nextLeft(
  reading: Reading,
  after: Pick<Item, "id" | "job_id">,
  passed: ReadonlySet<string>,
  draftsOf: DraftsOf,
): Promise<Item[]> {
  const start = Math.max(
    0,
    reading.jobs.findIndex(({ id }) => id === after.job_id),
  );
  const jobs = [...reading.jobs.slice(start), ...reading.jobs.slice(0, start)];
  const seen = new Set([...passed].map((key) => key.split("@")[0] ?? ""));
  let before: Item | undefined;
  let again: Item | undefined;
  for (const job of jobs) {
    const left = (item: Item) => item.id !== after.id && !isPassed(passed, item);
    const found = await inJob(job, after, left, seen, draftsOf);
    if (found.next.length > 0) return found.next;
    before ??= found.before;
    again ??= found.again;
  }
  return listOf(before ?? again);
}

/** What is left of a job: after a draft, before it, and what was seen before. */
interface Left {
  next: Item[];
  before?: Item | undefined;
  again?: Item | undefined;
}

async function inJob(
  job: ReadingJob,
  after: Pick<Item, "id" | "job_id">,
  left: (item: Item) => boolean,
  seen: ReadonlySet<string>,
  draftsOf: DraftsOf,
): Promise<Left> {
  let reached = job.id !== after.job_id;
  let before: Item | undefined;
  let again: Item | undefined;
  const isNew = (item: Item) => left(item) && !seen.has(item.id);
  for (let offset = 0; ; offset += STEP) {
    const drafts = await draftsOf(job, offset, STEP);
    const at = drafts.findIndex(({ id }) => id === after.id);
    if (!reached) before ??= (at < 0 ? drafts : drafts.slice(0, at)).find(isNew);
    again ??= drafts.find((item) => left(item) && seen.has(item.id));
    reached ||= at >= 0;
    const next = reached ? drafts.slice(at + 1).filter(isNew) : [];
    if (next.length > 0) return { next };
    // A draft that is decided is not in the list any more: then the first one is the next.
    if (drafts.length < STEP) return { next: reached ? [] : listOf(before), before, again };
  }
}

const listOf = (item: Item | undefined) => (item ? [item] : []);

/** Drafts looked at in one go. */
const STEP = 100;

/** What became of the drafts that were read. */
export interface Outcome {
  approved: Item[];
  rejected: Item[];
  rewriting: Item[];
  /** Written again since, and not decided. */
  back: Item[];
  published: Item[];
  skipped: Item[];
}

export function outcomeOf(shown: Shown[], items: Item[]): Outcome {
  const result: Outcome = {
    approved: [],
    rejected: [],
    rewriting: [],
    back: [],
    published: [],
    skipped: [],
  };
  const revisions = new Map(shown.map(({ id, revision }) => [id, revision]));
  for (const item of items) {
    const seen = revisions.get(item.id);
    if (seen !== undefined) result[became(item, seen)].push(item);
  }
  return result;
}

function became(item: Item, seen: number): keyof Outcome {
  if (["published", "queued", "publishing", "changed"].includes(item.mark)) return "published";
  if (item.mark === "rewriting") return "rewriting";
  if (item.decision !== "open") return item.decision;
  return item.revision > seen ? "back" : "skipped";
}
