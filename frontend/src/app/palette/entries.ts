import { fitOf as fitOfName } from "@/lib/fold";

/** Something to go to, or to do. */
export interface Entry {
  id: string;
  label: string;
  /** Quiet words beside the label; they are searched too. */
  note: string;
  /** The row or the selection that it is for. It is not searched: a product's name finds the product. */
  target?: string | undefined;
  /** What people call it, where the label says more. */
  names?: string[];
  /** The key that does the same. */
  combo?: string | undefined;
  run: () => void;
  /** Found by its own search, by words that need not be in its name. */
  found?: boolean;
}

export interface Group {
  key: "actions" | "shops" | "jobs" | "products" | "collections";
  entries: Entry[];
}

type Fitted = Pick<Entry, "label" | "note" | "names" | "found">;

/** How many entries of a group are shown; more need another letter. */
const MOST = 7;

/** How well an entry matches: 0 not at all, more is better. What its own search found always does. */
export function fitOf({ label, note, names = [], found }: Fitted, query: string): number {
  const called = names.map((name) => fitOfName(query, name, `${label} ${note}`));
  return Math.max(fitOfName(query, label, note), ...called, found ? 1 : 0);
}

/** The matching entries, best first; empty groups are left out. */
export function fitting(groups: Group[], query: string): Group[] {
  return groups
    .map((group) => ({
      ...group,
      entries: group.entries
        .map((entry) => ({ entry, score: fitOf(entry, query) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, MOST)
        .map(({ entry }) => entry),
    }))
    .filter((group) => group.entries.length > 0);
}
