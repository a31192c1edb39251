import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { Step } from "./Step";
import classes from "./setup.module.css";
import type { Setup } from "./useSetup";

/** Tokens of a test: its questions, and one description. Counted with the built-in prompt. */
const TEST_TOKENS = { input: 4_000, output: 600 };

/** Has the model write one description, and says in short how it went. */
export function TestStep({ setup }: { setup: Setup }) {
  const words = t.setup;
  const { passed, trouble, testing } = setup;
  const done = passed !== undefined || trouble !== undefined;
  const price = setup.found?.models?.find((one) => one.id === setup.model)?.price;
  const cost = price
    ? (price.input * TEST_TOKENS.input + price.output * TEST_TOKENS.output) / 1e6
    : 0;
  return (
    <Step
      number={3}
      state={passed ? "ok" : trouble ? "bad" : undefined}
      title={words.test}
      note={words.testText + (cost > 0 ? words.testCost(cost) : "")}
    >
      <div className={classes.run}>
        <Button
          icon={done ? "retry" : "play"}
          combo="t"
          busy={testing}
          disabled={!setup.ready && !testing}
          onClick={() => setup.test()}
        >
          {done ? words.again : words.run}
        </Button>
        {passed && (
          <>
            <span className={classes.good}>
              <Icon shape="check" tone="ok" small /> {words.passed}
            </span>
            <span className={classes.note}>
              {words.seconds(passed.millis)}
              {", "}
              {costOf(passed.usage)}
            </span>
          </>
        )}
        {trouble && (
          <span className={classes.bad}>
            <Icon shape="cross" tone="bad" small /> {words.failed}
          </span>
        )}
      </div>
    </Step>
  );
}

function costOf(usage: { priced: boolean; estimated: boolean; cost_usd: number }): string {
  const words = t.setup;
  if (usage.cost_usd === 0) return words.costFree;
  return usage.priced ? words.cost(usage.cost_usd) : words.costAssumed(usage.cost_usd);
}
