import type { Spend } from "@/contract";
import { money } from "@/lib/format";
import { t } from "@/strings";

/** What caps count: booked costs and reservations of requests under way. */
export function totalSpend(spend: Spend): number {
  return spend.booked_usd + spend.reserved_usd;
}

/** The same in words; "about" where a part is an estimate. */
export function spendWords(spend: Spend): string {
  const usd = money(totalSpend(spend));
  return spend.estimated ? t.spend.about(usd) : usd;
}
