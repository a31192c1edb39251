import { keepPreviousData, type QueryClient, useQuery } from "@tanstack/react-query";
import {
  type Inbox,
  type InboxQuery,
  type Item,
  type ItemAt,
  type ItemOrder,
  type Proof,
  type ReviewTab,
  rules,
  type ShopOverview,
} from "@/contract";
import { call, list } from "./client";
import { queryKeys } from "./keys";
import type { Page } from "./windowed";

/** The drafts to review of all shops, by shop and job. */
export function useInbox(query: Partial<InboxQuery> = {}) {
  const asked = { shop_id: "", tab: "" as const, search: "", order: "" as const, ...query };
  return useQuery({
    queryKey: queryKeys.inbox(asked),
    queryFn: () => call("GetInbox", asked),
    placeholderData: keepPreviousData,
  });
}

/** Which drafts of a job are read, and in which order. */
export interface ReadingList {
  job: string;
  tab: ReviewTab;
  search: string;
  order: ItemOrder;
}

/** Drafts to review of a job as they are now, from the n-th on. */
export async function draftsToReview(of: ReadingList, offset: number, limit: number) {
  const query = {
    job_id: of.job,
    filter: "to_review" as const,
    search: of.search,
    tab: of.tab,
    order: of.order,
    offset,
    limit,
  };
  return (await list("items", query)).items ?? [];
}

/** The first drafts to review of a job, for the inbox. */
export function useNextDrafts(of: ReadingList | undefined, n: number) {
  return useQuery({
    queryKey: [
      ...queryKeys.itemList(of?.job ?? "", "to_review", of?.search ?? "", of?.order, of?.tab),
      "next",
      n,
    ],
    enabled: of !== undefined,
    queryFn: () => (of ? draftsToReview(of, 0, n) : []),
    placeholderData: keepPreviousData,
  });
}

/** The items of a job around these positions, as they are now. */
export async function itemsAt(job: string, positions: number[]): Promise<Item[]> {
  const wanted = new Set(positions);
  const found: Item[] = [];
  for (const start of new Set(positions.map((at) => Math.floor((at - 1) / WINDOW) * WINDOW))) {
    const query = {
      job_id: job,
      filter: "all" as const,
      search: "",
      tab: "" as const,
      order: "" as const,
      offset: start,
      limit: WINDOW,
    };
    const page = (await list("items", query)).items ?? [];
    found.push(...page.filter((item) => wanted.has(item.position)));
  }
  return found;
}

const WINDOW = 100;

/** Loads what the preview of a draft shows before it is opened. */
export function prefetchProof(client: QueryClient, item: Item): void {
  const queryKey = queryKeys.proof(item.job_id, item.id);
  // Each decision makes all proofs of its job stale. One that is on the screen is fetched again then; for those ahead
  // that would be two requests for each key.
  const last = client.getQueryState(queryKey)?.dataUpdatedAt ?? 0;
  if (Date.now() - last < FRESH) return;
  void client.prefetchQuery({ queryKey, queryFn: () => call("GetProof", item.id) });
}

const FRESH = 10_000;

/**
 * Takes drafts that are being decided out of everything that counts or lists what is to review, before the backend
 * has answered: row and counts change in one frame. What the backend says later replaces it.
 */
export function takeOut(client: QueryClient, job: string, drafts: ItemAt[]): void {
  for (const { id } of drafts) {
    const item = knownItem(client, job, id);
    if (!item || !isToReview(item)) continue;
    client.setQueriesData<ShopOverview[]>({ queryKey: queryKeys.shops, exact: true }, (shops) =>
      shops?.map((shop) =>
        shop.id === item.shop_id ? { ...shop, to_review: Math.max(0, shop.to_review - 1) } : shop,
      ),
    );
    client.setQueriesData<Inbox>({ queryKey: queryKeys.inboxes }, (inbox) =>
      inbox ? lessOne(inbox, item) : inbox,
    );
    for (const [key, data] of client.getQueriesData({ queryKey: queryKeys.items(job) })) {
      if (key[3] === "to_review") client.setQueryData(key, without(data, id));
    }
  }
}

function isToReview(item: Item): boolean {
  return item.decision === "open" && item.mark === "unpublished" && item.can.decide;
}

function knownItem(client: QueryClient, job: string, id: string): Item | undefined {
  const proof = client.getQueryData<Proof>(queryKeys.proof(job, id));
  if (proof) return proof.item;
  for (const [, data] of client.getQueriesData({ queryKey: queryKeys.items(job) })) {
    const found = rowsOf(data).find((item) => item.id === id);
    if (found) return found;
  }
  return undefined;
}

function rowsOf(data: unknown): Item[] {
  if (Array.isArray(data)) return data;
  return (data as Page<Item> | undefined)?.rows ?? [];
}

function without(data: unknown, id: string): unknown {
  const rows = rowsOf(data);
  const left = rows.filter((item) => item.id !== id);
  if (Array.isArray(data)) return left;
  if (!data || left.length === rows.length) return data;
  const page = data as Page<Item>;
  return { ...page, rows: left, total: page.total - 1 };
}

/** Counts one draft less, in the places that have it. */
function lessOne(inbox: Inbox, item: Item): Inbox {
  const warned = (item.warnings ?? []).length > 0 ? 1 : 0;
  const low = item.score && item.score.total < rules.scores.good ? 1 : 0;
  const less = <C extends { left: number; warned: number; low: number }>(counts: C): C => ({
    ...counts,
    left: Math.max(0, counts.left - 1),
    warned: Math.max(0, counts.warned - warned),
    low: Math.max(0, counts.low - low),
  });
  let held = false;
  const shops = (inbox.shops ?? []).map((shop) => {
    if (shop.id !== item.shop_id) return shop;
    const jobs = (shop.jobs ?? []).map((job) => {
      if (job.id !== item.job_id) return job;
      held = true;
      return less(job);
    });
    return held ? { ...less(shop), jobs: jobs.filter((job) => job.left > 0) } : shop;
  });
  if (!held) return inbox;
  const { tabs } = inbox;
  return {
    ...less(inbox),
    tabs: {
      ...tabs,
      all: Math.max(0, tabs.all - 1),
      warned: Math.max(0, tabs.warned - warned),
      low: Math.max(0, tabs.low - low),
    },
    shops: shops.filter((shop) => shop.left > 0),
  };
}
