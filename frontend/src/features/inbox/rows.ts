import type { Inbox, InboxJob, InboxShop, Item } from "@/contract";

/** What the inbox shows, line by line. */
export type InboxRow =
  | { kind: "shop"; id: string; shop: InboxShop; open: boolean }
  | { kind: "job"; id: string; shop: InboxShop; job: InboxJob; open: boolean }
  | { kind: "draft"; id: string; shop: InboxShop; job: InboxJob; item: Item }
  | { kind: "more"; id: string; shop: InboxShop; job: InboxJob; n: number };

/** How many drafts an open job lists. */
export const DRAFTS_SHOWN = 5;

/** Which shop and which job are open: none, one, or both. */
export interface Folded {
  shop: string | undefined;
  job: string | undefined;
}

/** Without a choice the first shop and its first job are open. */
export function opened(inbox: Inbox, chosen: Folded | undefined): Folded {
  const first = inbox.shops?.[0];
  return chosen ?? { shop: first?.id, job: first?.jobs?.[0]?.id };
}

export function rowsOf(inbox: Inbox, { shop: open, job: openJob }: Folded, drafts: Item[]) {
  return (inbox.shops ?? []).flatMap((shop): InboxRow[] => [
    { kind: "shop", id: shop.id, shop, open: shop.id === open },
    ...(shop.id === open
      ? (shop.jobs ?? []).flatMap((job) => jobRows(shop, job, openJob, drafts))
      : []),
  ]);
}

function jobRows(
  shop: InboxShop,
  job: InboxJob,
  openJob: string | undefined,
  drafts: Item[],
): InboxRow[] {
  const head: InboxRow = { kind: "job", id: `job ${job.id}`, shop, job, open: job.id === openJob };
  if (job.id !== openJob) return [head];
  const own = drafts.filter((item) => item.job_id === job.id).slice(0, DRAFTS_SHOWN);
  return [
    head,
    ...own.map((item): InboxRow => ({ kind: "draft", id: item.id, shop, job, item })),
    { kind: "more", id: `more ${job.id}`, shop, job, n: job.left - own.length },
  ];
}

/** The next line in a direction that the cursor stops at. */
export function step(rows: InboxRow[], from: number, by: number): number {
  for (let to = from + by; to >= 0 && to < rows.length; to += by) {
    if (rows[to]?.kind !== "more") return to;
  }
  return from;
}
