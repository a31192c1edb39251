import { describeError } from "@/api";
import type { Usage, WriterReport } from "@/contract";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { TroubleText } from "@/ui/States";
import classes from "./settings.module.css";

interface TestResultProps {
  report: WriterReport | undefined;
  error: Error | null;
  model: string;
}

/** The result of trying the endpoint: can it do what jobs need. */
export function TestResult({ report, error, model }: TestResultProps) {
  const words = t.settings.writer;
  if (error) {
    return (
      <div className={classes.failed} role="alert">
        <TroubleText trouble={describeError(error)} />
      </div>
    );
  }
  if (!report) return <span />;
  const found = (report.models ?? []).includes(model);
  return (
    <div className={classes.result} role="status">
      <p>
        <Icon shape="check" tone="ok" small />
        {words.answered(report.millis)}
        <Cost {...report.usage} />
      </p>
      <ul>
        <li>
          {words.modelLine} <b>{found ? words.found : words.notListed}</b>
        </li>
        <li>
          {words.structured} <b>{words.structuredKinds[report.structured]}</b>, {words.pictures}{" "}
          <b>{report.pictures ? words.yes : words.no}</b>
        </li>
        {report.prompt_cut && <li>{words.promptCut}</li>}
      </ul>
    </div>
  );
}

/** The cost of the test. A model without a price is booked at an assumed one, which is stated. */
function Cost({ priced, estimated, cost_usd }: Usage) {
  const words = t.settings.writer;
  if (priced) return <small>{words.cost(cost_usd)}</small>;
  return estimated && cost_usd > 0 ? <small>{words.assumedCost(cost_usd)}</small> : null;
}
