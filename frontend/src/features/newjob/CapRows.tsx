import { useShopSettings, useSpending } from "@/api";
import type { Estimate, Settings } from "@/contract";
import { money } from "@/lib/format";
import { t } from "@/strings";
import { CapBar } from "@/ui/Bars";
import classes from "./NewJobPanel.module.css";

interface CapRowsProps {
  estimate: Estimate;
  shop: string;
}

/** A cap, and what counts under it before the job: the shop's own counts that shop alone. */
interface Held {
  words: string;
  spent: number;
  cap: number;
}

/** What caps of a day and a month the job falls under, and what is used of them. */
function useHeld(estimate: Estimate, shop: string): Held[] {
  const set = useShopSettings(shop).data;
  const all = useSpending("");
  const own = useSpending(shop);
  const caps: Settings["caps"] | undefined = set?.in_force.caps;
  if (!caps || !all || !own) return [];
  const isOwn = (key: string) => set?.own?.includes(key) === true;
  const day = isOwn("caps.day_usd") ? own.day.total_usd : estimate.today_usd;
  const month = (isOwn("caps.month_usd") ? own : all).month.total_usd;
  const held = [{ words: t.newJob.today, spent: day, cap: caps.day_usd }];
  if (caps.month_usd > 0) {
    held.push({ words: t.newJob.month, spent: month, cap: caps.month_usd });
  }
  return held;
}

/** What a day and a month cost after this job, against their caps. */
export function CapRows({ estimate, shop }: CapRowsProps) {
  const held = useHeld(estimate, shop);
  if (!estimate.priced) return null;
  return held.map(({ words, spent, cap }) => {
    const after = spent + estimate.cost_usd;
    if (after === 0) return null;
    const value = t.newJob.todayValue(money(after), cap > 0 ? money(cap) : "");
    return (
      <div key={words}>
        <dt>{words}</dt>
        <dd className={classes.today}>
          {cap > 0 && <CapBar spent={after} cap={cap} label={value} />}
          {value}
        </dd>
      </div>
    );
  });
}

/** Whether the job could reach a cap at most. */
export function useCapped(estimate: Estimate, shop: string): boolean {
  const most = estimate.cost_max_usd;
  const job = useShopSettings(shop).data?.in_force.caps.job_usd ?? 0;
  const held = useHeld(estimate, shop);
  return (job > 0 && most > job) || held.some(({ spent, cap }) => cap > 0 && spent + most > cap);
}
