import type { Locale } from "@/lib/format";

export const locale: Locale = {
  tag: "en-GB",
  units: { second: "s", minute: "min", hour: "h", thousand: "k", million: "M" },
};
