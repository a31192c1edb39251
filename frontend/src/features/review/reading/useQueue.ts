import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { describeError, draftsToReview, prefetchProof } from "@/api";
import type { Item } from "@/contract";
import {
  isPassed,
  nextLeft,
  noteShown,
  type Reading,
  type ReadingJob,
} from "@/flows/reading/reading";
import { notifyTrouble } from "@/ui/notify";
import type { Neighbours } from "../useNeighbours";

export interface QueueOptions {
  reading: Reading;
  onShow: (job: string, position: number) => void;
  onEnd: () => void;
}

export interface Queue extends Neighbours {
  /** The draft that comes next; null at the end, undefined while it is looked for. */
  upcoming: Item | null | undefined;
}

/**
 * The drafts to review of a reading, one after the other. What a person decided or skipped does not come again, unless
 * it was written again; the next one is loaded ahead, so that it is there at the key press.
 */
export function useQueue({ reading, onShow, onEnd }: QueueOptions, item: Item): Queue {
  const client = useQueryClient();
  const passed = useRef(new Set<string>());
  const [upcoming, setUpcoming] = useState<Item | null>();
  const leaving = useRef(false);
  const key = `${item.id}@${item.revision}`;
  const onScreen = useRef(key);
  // What came after the draft on the screen when the list was read, with it: the next is known at once.
  const ahead = useRef<Item[]>([]);
  const looking = useRef<Promise<Item | undefined>>(undefined);
  const [sent, setSent] = useState<string>();

  const find = useCallback(
    (after: Item) =>
      nextLeft(reading, after, passed.current, (job: ReadingJob, offset, limit) =>
        draftsToReview(
          { job: job.id, tab: reading.tab, search: job.search, order: reading.order },
          offset,
          limit,
        ),
      ),
    [reading],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each draft on the screen, not for each answer
  useEffect(() => {
    leaving.current = false;
    onScreen.current = key;
    setSent(undefined);
    noteShown(reading, item);
    let gone = false;
    const load = (drafts: Item[]) => {
      for (const one of drafts.slice(0, LOADED_AHEAD)) prefetchProof(client, one);
    };
    const known = afterIn(ahead.current, item, passed.current);
    setUpcoming(known[0]);
    load(known);
    looking.current = find(item).then(
      (found) => {
        if (gone) return undefined;
        ahead.current = [item, ...found];
        const [first] = found;
        // The same draft, read again, is drawn no second time: keys are answered sooner.
        setUpcoming((now) => (now && now.id === first?.id ? now : (first ?? null)));
        load(found);
        return first;
      },
      () => undefined, // looked for again when it is asked for
    );
    return () => {
      gone = true;
    };
  }, [key, find, client]);

  const go = async () => {
    leaving.current = true;
    passed.current.add(key);
    try {
      const known = upcoming === undefined ? await looking.current : upcoming;
      // The end is looked for again: a draft may have been written again meanwhile.
      const found = known ?? (await find(item))[0];
      if (found) return onShow(found.job_id, found.position);
      return onEnd();
    } catch (error) {
      notifyTrouble(describeError(error));
    }
    leaving.current = false;
  };
  // What a person sends leaves the queue as what is decided does; what others send stays while it is read.
  const leavesNow = sent === key && isOnItsWay(item);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it leaves
  useEffect(() => {
    if (leavesNow && !leaving.current) void go();
  }, [leavesNow]);
  const before = reading.shown[reading.shown.findIndex(({ id }) => id === item.id) - 1];
  return {
    index: undefined,
    total: undefined,
    previous: before && (() => onShow(before.job, before.position)),
    next: () => void go(),
    onward: () => void go(),
    decided: async (saved) => {
      leaving.current = true;
      passed.current.add(key);
      // Before the list is without the draft, its place in it is known.
      const onAhead =
        upcoming === undefined ? await beforeRefusal(looking.current, saved) : upcoming;
      if (onAhead) onShow(onAhead.job_id, onAhead.position);
      const done = await saved;
      if (!done) passed.current.delete(key); // it is still to be read, and comes again
      if (onAhead) return;
      if (done) return go(); // what is left is known once it is saved
      leaving.current = false;
    },
    sent: () => onScreen.current === key && setSent(key),
    backTo: (to) => {
      const [job, at] = to.split("/");
      if (job && reading.jobs.some(({ id }) => id === job)) onShow(job, Number(at));
    },
    leaving: () => leaving.current,
    upcoming,
  };
}

/** What is looked for; undefined where the decision is refused before it is found. */
function beforeRefusal<T>(looking: Promise<T> | undefined, saved: Promise<boolean>) {
  const refused = saved.then((done) => (done ? new Promise<never>(() => {}) : undefined));
  return Promise.race([looking, refused]);
}

/** A fast shop has the text before this page has heard that it was queued; what was left out is not on its way. */
const isOnItsWay = ({ mark }: Item) =>
  mark === "queued" || mark === "publishing" || mark === "published";

/** So many drafts are loaded before they come: also where keys follow faster than one answer takes. */
const LOADED_AHEAD = 2;

/** The drafts after one in a list that was read before it was on the screen; none where the list does not say. */
function afterIn(list: Item[], { id }: Item, passed: ReadonlySet<string>): Item[] {
  const at = list.findIndex((one) => one.id === id);
  return at < 0 ? [] : list.slice(at + 1).filter((one) => !isPassed(passed, one));
}
