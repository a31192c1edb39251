import type { Field, Held, HeldRequest, Strategy } from "@/contract";

/** The held work of one job, or of one field of a shop's product editor: it is decided together. */
export interface HeldRow {
  key: string;
  shop: string;
  job: string;
  name: string;
  field: Field;
  /** Texts that would be sent, and how many of them are undos. */
  waiting: number;
  undos: number;
  /** Of these texts, writes that were under way when the copy was made: they cannot be withdrawn. */
  unsettled: number;
  /** Drafts that a held job would still write; undefined if no job is held. */
  open: number | undefined;
  /** Whether what it writes is published without review. */
  strategy: Strategy | undefined;
  request: HeldRequest;
}

/** One row for each separate decision: a job with its queued texts, or texts of the editor. */
export function heldRows(held: Held): HeldRow[] {
  const rows = new Map<string, HeldRow>();
  const row = (part: {
    shop_id: string;
    shop: string;
    job_id: string;
    job_name: string;
    field: Field;
  }) => {
    const editor = part.job_id === "";
    const key = editor ? `${part.shop_id} ${part.field}` : part.job_id;
    const known = rows.get(key);
    if (known) return known;
    const added: HeldRow = {
      key,
      shop: part.shop,
      job: part.job_id,
      name: part.job_name,
      field: part.field,
      waiting: 0,
      undos: 0,
      unsettled: 0,
      open: undefined,
      strategy: undefined,
      request: {
        shop_id: part.shop_id,
        job_id: part.job_id,
        editor,
        field: editor ? part.field : "",
      },
    };
    rows.set(key, added);
    return added;
  };
  for (const part of held.outbox ?? []) {
    const of = row(part);
    of.waiting += part.waiting;
    of.undos += part.undos;
    of.unsettled += part.unsettled;
  }
  for (const job of held.jobs ?? []) {
    const of = row(job);
    of.open = job.open;
    of.strategy = job.strategy;
  }
  return [...rows.values()];
}

/** The number of texts in the rows, and their shops. */
export function heldTotal(rows: HeldRow[]): { texts: number; jobs: number; shops: string[] } {
  return {
    texts: rows.reduce((sum, row) => sum + row.waiting, 0),
    jobs: rows.filter((row) => row.open !== undefined).length,
    shops: [...new Set(rows.map((row) => row.shop))],
  };
}

/** How much of the rows can be released, or withdrawn, as it is listed. */
export function heldListed(
  rows: HeldRow[],
  release: boolean,
): { publications: number; jobs: number } {
  const { texts, jobs } = heldTotal(rows);
  const unsettled = rows.reduce((sum, row) => sum + row.unsettled, 0);
  return { publications: release ? texts : texts - unsettled, jobs };
}
