import type { Spend } from "@/contract";
import { money } from "@/lib/format";
import { t } from "@/strings";

/** What caps count, in words; "about" where a part is an estimate. */
export function spendWords(spend: Spend): string {
  const usd = money(spend.total_usd);
  return spend.estimated ? t.spend.about(usd) : usd;
}
