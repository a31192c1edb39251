import { useEffect, useRef, useState } from "react";
import { useJobsOf, useShops } from "@/api";
import type { Job, ShopOverview } from "@/contract";
import { titleOf } from "./title";

/** Reports jobs that ended or need someone, and shows the number to review in title and badge. */
export function useAttention(shop: ShopOverview | undefined, onOpen: (job: Job) => void): void {
  const shops = useShops().data;
  const toReview = (shops ?? []).reduce((sum, one) => sum + one.to_review, 0);
  const name = shop?.name;
  useEffect(() => {
    document.title = titleOf(name, toReview);
    void showBadge(toReview);
  }, [name, toReview]);

  const jobs = useJobsOf(useBusyShops(shops ?? []));
  const states = useRef(new Map<string, Job["state"]>());
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
    const before = new Map(states.current);
    for (const job of jobs) states.current.set(job.id, job.state);
    if (!jobs.some((job) => (before.get(job.id) ?? job.state) !== job.state)) return;
    import("./news").then(
      ({ tellNews }) => tellNews(before, jobs, (job) => open.current(job)),
      () => {}, // the backend is out of reach, which is shown
    );
  }, [jobs, onOpen]);
}

/** Shops with an open job, and those that had one: its end is the news. */
function useBusyShops(shops: ShopOverview[]): string[] {
  const [busy, setBusy] = useState<string[]>([]);
  const now = shops.filter((shop) => shop.running_jobs > 0).map((shop) => shop.id);
  const fresh = now.filter((id) => !busy.includes(id));
  if (fresh.length > 0) setBusy([...busy, ...fresh]);
  return busy;
}

/** A number on the program's icon, if the system supports it. */
async function showBadge(n: number): Promise<void> {
  try {
    if (n > 0) await navigator.setAppBadge?.(n);
    else await navigator.clearAppBadge?.();
  } catch {
    // Not installed as a program, or not allowed: the title has the number anyway.
  }
}
