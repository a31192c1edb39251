import { folded } from "@/lib/search";

/** Something to go to, or to do. */
export interface Entry {
  id: string;
  label: string;
  /** Quiet words beside the label; they are searched too. */
  note: string;
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

/** How many entries of a group are shown; more need another letter. */
const MOST = 7;

/** How well an entry matches: 0 not at all, more is better. Every word must match. */
export function fitOf(entry: Pick<Entry, "label" | "note" | "found">, query: string): number {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const label = folded(entry.label);
  const all = `${label} ${folded(entry.note)}`;
  if (!entry.found && !words.every((word) => all.includes(word))) return 0;
  const [first = ""] = words;
  if (label.startsWith(first)) return 3;
  return label.includes(` ${first}`) ? 2 : 1;
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
