import type { LengthRule } from "@/contract";
import { measure } from "@/domain/length";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import text from "@/ui/text.module.css";
import classes from "./table.module.css";

interface LengthBarsProps {
  content: string;
  rule: LengthRule;
}

/** How long a text is, in characters and in a search result, against its rule. */
export function LengthBars({ content, rule }: LengthBarsProps) {
  const words = t.table;
  const { characters, pixels, off } = measure(content, rule);
  const long = rule.max > 0 && characters > rule.max;
  const wide = rule.width_counts && pixels > rule.pixels;
  const short = off === "short";
  return (
    <div className={classes.lengths} data-off={off !== "fits" || undefined}>
      {rule.max > 0 && (
        <span data-fits={(!short && !long) || undefined}>
          <Bar share={characters / rule.max} off={short || long} />
          {words.of(characters, rule.max)}
        </span>
      )}
      {rule.pixels > 0 && (
        <span data-fits={!wide || undefined}>
          <Bar share={pixels / rule.pixels} off={short || wide} />
          {words.pixels(pixels, rule.pixels)}
        </span>
      )}
      {off !== "fits" && (
        <span className={`${text.warn} ${text.b}`}>
          <Icon shape="warn" tone="warn" small />
          {short && words.tooShort}
          {!short && long && words.tooMany(characters - rule.max)}
          {!short && !long && words.tooWide(pixels - rule.pixels)}
        </span>
      )}
    </div>
  );
}

/** The mark at five sixths of the bar is the most that fits. */
const MOST = 5 / 6;

function Bar({ share, off }: { share: number; off: boolean }) {
  const width = `${Math.min(share * MOST, 0.96) * 100}%`;
  return (
    <span className={classes.length} data-off={off || undefined} aria-hidden="true">
      <i style={{ width }} />
    </span>
  );
}
