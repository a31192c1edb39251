import { describeError } from "@/api";
import type { Estimate, Field } from "@/contract";
import { isFree, writerName } from "@/domain/writer";
import { count, money, percent, tokens } from "@/lib/format";
import { plainText } from "@/lib/plainText";
import { t } from "@/strings";
import { Group } from "@/ui/Panel";
import { Loading, TroubleText } from "@/ui/States";
import text from "@/ui/text.module.css";
import { asBatch } from "./asBatch";
import { CapRows, useCapped } from "./CapRows";
import classes from "./NewJobPanel.module.css";
import { PriceQuestion } from "./PriceQuestion";

interface EstimateViewProps {
  estimate: Estimate | undefined;
  /** The job goes into batches, where the estimate has their price. */
  inBatches: boolean;
  error: Error | null;
  field: Field;
  shop: string;
}

/** How many would be written, and what that takes and costs. */
export function EstimateView(props: EstimateViewProps) {
  const { estimate, inBatches, error, field, shop } = props;
  if (error) return <TroubleText trouble={describeError(error)} />;
  if (!estimate) return <Loading />;
  if (estimate.items === 0) {
    return (
      <Group label={t.newJob.estimate}>
        <p>{estimate.matching === 0 ? t.newJob.nothingSelected : t.newJob.nothing}</p>
      </Group>
    );
  }
  const started = inBatches ? asBatch(estimate) : estimate;
  return (
    <Group label={t.newJob.estimate} note={writerName(estimate.writer)}>
      <dl className={classes.table}>
        <div>
          <dt>{t.newJob.toWrite}</dt>
          <dd>
            {count(estimate.items)} {fieldWord(field, estimate.items)}
          </dd>
        </div>
        {estimate.input_tokens > 0 && (
          <div>
            <dt>{t.newJob.tokens}</dt>
            <dd>
              {t.newJob.tokensValue(tokens(estimate.input_tokens), tokens(estimate.output_tokens))}
            </dd>
          </div>
        )}
        <div data-total>
          <dt>{t.newJob.cost}</dt>
          <dd>{started === estimate ? costOf(estimate) : batchCost(estimate.cost_usd, started)}</dd>
        </div>
        <CapRows estimate={started} shop={shop} />
      </dl>
      <CostNote estimate={started} field={field} shop={shop} />
      {estimate.needs_price && (
        <PriceQuestion writer={estimate.writer} reason={estimate.needs_price} />
      )}
    </Group>
  );
}

/** Whether there is something to write, and its price is known where caps want it. */
export function canStart(estimate: Estimate | undefined): boolean {
  return estimate !== undefined && estimate.items > 0 && !estimate.needs_price;
}

/** The first of the items, with their current texts. */
export function FirstOfThem({ estimate }: { estimate: Estimate }) {
  const sample = estimate.sample ?? [];
  if (sample.length === 0) return null;
  return (
    <div className={classes.sample}>
      <h4>{t.newJob.sample}</h4>
      <ul>
        {sample.map((item) => (
          <li key={item.place.id}>
            <span>{item.place.title}</span>
            <span>{plainText(item.original) || t.newJob.sampleEmpty}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What "about" and "at most" are, for a model with a price. */
function CostNote({ estimate, field, shop }: { estimate: Estimate; field: Field; shop: string }) {
  const capped = useCapped(estimate, shop);
  const { measured, cost_max_usd: most, cached_share: cached } = estimate;
  if (!estimate.priced || most === 0) return null;
  return (
    <p className={`${text.xs} ${text.mut}`}>
      {measured > 0 ? t.newJob.costMeasured(measured, field) : t.newJob.costAssumed}{" "}
      {cached > 0 && `${t.newJob.costCached(percent(cached, 1))} `}
      {t.newJob.costMost} {capped && t.newJob.costCapped}
    </p>
  );
}

function fieldWord(field: Field, n: number): string {
  const name = t.newJob.fields[field];
  return n === 1 ? name.one : name.more;
}

/** What a job costs at once, and as a batch, which it is written in. */
function batchCost(atOnce: number, { cost_usd: about, cost_max_usd: most }: Estimate): string {
  return t.newJob.costBatch(money(atOnce), money(about), money(most));
}

/** A job's cost, in words. */
export function costOf(estimate: Estimate): string {
  if (isFree(estimate.writer)) return t.newJob.costFree;
  if (!estimate.priced) return t.newJob.costUnknown;
  return t.newJob.costValue(money(estimate.cost_usd), money(estimate.cost_max_usd));
}
