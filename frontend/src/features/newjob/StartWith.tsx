import { type Estimate, rules } from "@/contract";
import { count, money } from "@/lib/format";
import { t } from "@/strings";
import { Group } from "@/ui/Panel";
import { Segments } from "@/ui/Segments";
import text from "@/ui/text.module.css";
import { asBatch } from "./asBatch";

const sampleSize = rules.sample_size;

export type Start = "sample" | "all";

/** A job that costs money begins with a sample, unless somebody chose otherwise. */
export function startOf(estimate: Estimate | undefined, chosen: Start | undefined): Start {
  if (!estimate || estimate.items <= sampleSize) return "all";
  return chosen ?? (estimate.cost_usd > 0 ? "sample" : "all");
}

/** The estimate of the sample alone. */
export function ofSample(estimate: Estimate): Estimate {
  const part = sampleSize / estimate.items;
  return {
    ...estimate,
    items: sampleSize,
    cost_usd: estimate.cost_usd * part,
    cost_max_usd: estimate.cost_max_usd * part,
  };
}

interface StartWithProps {
  estimate: Estimate;
  /** All of it would go into batches, where the estimate has their price. */
  batched: boolean;
  value: Start;
  onChange: (start: Start) => void;
}

/** A few from across the selection first, or all at once. */
export function StartWith({ estimate, batched, value, onChange }: StartWithProps) {
  const { items, cost_usd: cost } = estimate;
  const all = batched ? asBatch(estimate).cost_usd : cost;
  const words = t.newJob.startWith;
  const priced = (label: string, usd: number) => (usd > 0 ? words.about(label, money(usd)) : label);
  return (
    <Group label={words.label}>
      <Segments
        label={words.label}
        wide
        value={value}
        onChange={onChange}
        options={[
          { value: "sample", label: priced(words.sample, (cost / items) * sampleSize) },
          { value: "all", label: priced(words.all(count(items)), all) },
        ]}
      />
      <p className={`${text.xs} ${text.mut}`}>
        {value === "sample" ? words.sampleText(items - sampleSize) : words.allText}
      </p>
    </Group>
  );
}
