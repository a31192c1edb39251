import type { QueryClient } from "@tanstack/react-query";
import { keyOfTopic } from "./keys";
import type { EventSink } from "./transport";

/** Invalidations happen at most this often, however much the backend announces. */
const EVERY_MS = 250;

/**
 * Makes cached answers stale. An answer that is still under way may be older than the announcement, and would count as
 * fresh. Where a page shows an earlier answer the library asks again at once; a first answer, or one that nothing shows
 * now, is made stale once it came.
 */
function makeStale(client: QueryClient, queryKey: readonly string[]) {
  const late = client.getQueryCache().findAll({
    queryKey,
    fetchStatus: "fetching",
    predicate: (query) => query.state.data === undefined || !query.isActive(),
  });
  for (const query of late) {
    const again = () => client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    query.promise?.then(again, () => {}); // a failure is tried again in any case
  }
  void client.invalidateQueries({ queryKey });
}

/**
 * Turns announcements into stale queries, batched and throttled. They are numbered without gaps: after a gap, or
 * when a connection opens, everything is stale, since something may have been missed.
 */
export function changeSink(client: QueryClient, onConnection: (on: boolean) => void): EventSink {
  const topics = new Set<string>();
  let everything = false;
  let scheduled = false;
  let seq: number | undefined;

  const flush = () => {
    scheduled = false;
    const keys = everything ? [[]] : [...topics].map(keyOfTopic);
    topics.clear();
    everything = false;
    for (const queryKey of keys) makeStale(client, queryKey);
  };
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    setTimeout(flush, EVERY_MS);
  };

  return {
    onChange(event) {
      if (seq !== undefined && event.seq > seq + 1) everything = true;
      seq = event.seq;
      for (const topic of event.topics ?? []) topics.add(topic);
      schedule();
    },
    onConnection(connected) {
      onConnection(connected);
      if (!connected) return;
      everything = true;
      seq = undefined;
      schedule();
    },
  };
}
