import { CancelledError, type QueryKey, useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";

/** Rows fetched at once. Small enough to arrive within a frame or two, large enough for a fast scroll. */
export const PAGE = 100;

/** Rows beyond the screen, on either side, that are fetched before they are scrolled to. */
const AHEAD = 70;

export interface Page<T> {
  total: number;
  /** Of these, missing from the shop. */
  missing?: number;
  /** Names the moment that it was read at, where all of the list can be acted on as it was then. */
  asOf?: number;
  rows: T[];
}

export interface Windowed<T> {
  /** The number of rows; undefined until the first page came. */
  total: number | undefined;
  /** Of these, how many are missing from the shop: no job takes them. */
  missing: number;
  /** The moment that `total` is of; undefined until the first page came, and where lists have none. */
  asOf: number | undefined;
  /** The row at that place, if it has been fetched. */
  rowAt(index: number): T | undefined;
  /** The rows from first to last (inclusive), fetched if needed. */
  rows(first: number, last: number): Promise<T[]>;
  /** All rows fetched so far, as last shown. */
  known(): T[];
  /** Called with the rows on screen, so that their pages are fetched and kept fresh. */
  show(first: number, last: number): void;
  error: Error | null;
  retry(): void;
}

/** A list too long to hold: only the pages on screen are fetched and kept up to date. */
export function useWindowed<T>(
  key: QueryKey,
  fetchPage: (offset: number, limit: number, signal: AbortSignal) => Promise<Page<T>>,
): Windowed<T> {
  const client = useQueryClient();
  const [[first, last], setPages] = useState<[number, number]>([0, 0]);

  const pageOptions = useCallback(
    (page: number) => ({
      queryKey: [...key, page],
      // The signal cancels a page that a fast scroll leaves behind, so that the page where the
      // scroll ends does not wait for it.
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchPage(page * PAGE, PAGE, signal),
    }),
    [key, fetchPage],
  );
  const pages = useMemo(
    () => Array.from({ length: last - first + 1 }, (_, i) => first + i),
    [first, last],
  );
  const results = useQueries({ queries: pages.map(pageOptions) });

  const page = useCallback(
    (number: number) => client.getQueryData<Page<T>>([...key, number]),
    [client, key],
  );
  const rowAt = useCallback(
    (index: number) => page(Math.floor(index / PAGE))?.rows[index % PAGE],
    [page],
  );
  const known = useCallback(
    () => client.getQueriesData<Page<T>>({ queryKey: key }).flatMap(([, data]) => data?.rows ?? []),
    [client, key],
  );
  const wholePage = useCallback(
    (number: number) =>
      client.ensureQueryData(pageOptions(number)).catch((error: unknown) => {
        // Cancelled by the screen, and still needed here.
        if (error instanceof CancelledError) return client.fetchQuery(pageOptions(number));
        throw error;
      }),
    [client, pageOptions],
  );
  const rows = useCallback(
    async (from: number, to: number) => {
      const wanted: Promise<Page<T>>[] = [];
      for (let n = Math.floor(from / PAGE); n <= Math.floor(to / PAGE); n++) {
        wanted.push(wholePage(n));
      }
      const all = (await Promise.all(wanted)).flatMap((p) => p.rows);
      const start = from - Math.floor(from / PAGE) * PAGE;
      return all.slice(start, start + (to - from) + 1);
    },
    [wholePage],
  );
  const counted = results.find((r) => r.data)?.data ?? page(0);
  const total = counted?.total;
  const show = useCallback(
    (from: number, to: number) => {
      const lastPage = Math.floor(Math.max(0, (total ?? 1) - 1) / PAGE);
      const next: [number, number] = [
        Math.floor(Math.max(0, from - AHEAD) / PAGE),
        Math.min(lastPage, Math.floor((to + AHEAD) / PAGE)),
      ];
      setPages((now) => (now[0] === next[0] && now[1] === next[1] ? now : next));
    },
    [total],
  );

  return {
    total,
    missing: counted?.missing ?? 0,
    asOf: counted?.asOf,
    rowAt,
    rows,
    known,
    show,
    error: results.find((r) => r.error)?.error ?? null,
    retry: () => {
      for (const result of results) if (result.error) void result.refetch();
    },
  };
}
