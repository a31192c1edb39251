import type { Warning } from "@/contract";
import { isClaim } from "@/domain/warning";
import { t } from "@/strings";
import type { Tone } from "@/ui/Icon";
import type { Shape } from "@/ui/shapes";

interface Look {
  shape: Shape;
  tone: Tone;
  title: string;
}

/** How a warning about words of a draft is marked. */
export function lookOf(warning: Pick<Warning, "rule" | "grade">): Look {
  const words = t.review.notes;
  if (warning.grade === "contradicts") {
    return { shape: "contradicts", tone: "bad", title: words.contradicts };
  }
  if (isClaim(warning)) return { shape: "edit", tone: "warn", title: words.noSource };
  return { shape: "warn", tone: "warn", title: words.other };
}
