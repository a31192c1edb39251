import { useClipboard } from "@mantine/hooks";
import type { Code } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import type { Trouble } from "@/ui/States";
import classes from "./setup.module.css";
import type { Setup } from "./useSetup";

/** Failures after which a provider bills nothing: the request was not let in. */
const UNPAID = new Set<string>([
  "writer_key",
  "writer_quota",
  "writer_model",
  "writer_denied",
  "writer_country",
  "writer_network",
  "writer_api_off",
  "writer_page",
  "writer_day_limit",
  "offline",
  "rate_limited",
] satisfies Code[]);

/** What went wrong, what is safe, what the endpoint said, and what to do next. */
export function TestFailed({ trouble, setup }: { trouble: Trouble; setup: Setup }) {
  const words = t.setup;
  const clipboard = useClipboard();
  return (
    <>
      <div className={classes.result} data-bad role="alert">
        <p className={classes.bad}>
          <Icon shape="cross" tone="bad" small /> {trouble.message}
        </p>
        <p className={classes.text}>{UNPAID.has(trouble.code) ? words.safeUnpaid : words.safe}</p>
      </div>
      <div className={classes.details}>
        <button
          type="button"
          className={classes.link}
          onClick={() => clipboard.copy([trouble.detail, trouble.code].filter(Boolean).join("\n"))}
        >
          {clipboard.copied ? words.copied : words.copy}
        </button>
        <details open>
          <summary>{t.common.details}</summary>
          <p>
            {trouble.detail !== "" && (
              <>
                <span>
                  {words.said} ({trouble.code}):
                </span>
                <br />
              </>
            )}
            <code>{trouble.detail || trouble.code}</code>
          </p>
        </details>
      </div>
      <div className={classes.run}>
        <NextStep code={trouble.code} setup={setup} />
      </div>
    </>
  );
}

const focus = (id: string) => document.getElementById(id)?.focus();

/** What helps, by what went wrong. Test again is beside the test itself. */
function NextStep({ code, setup }: { code: string; setup: Setup }) {
  const words = t.setup;
  switch (code) {
    case "writer_key":
      return (
        <>
          <Button onClick={() => focus("setup-key")}>{words.enterKey}</Button>
          {setup.apiKey !== "" && (
            <Button
              kind="quiet"
              onClick={() => {
                setup.setKey("");
                setup.test("");
              }}
            >
              {words.withoutKey}
            </Button>
          )}
        </>
      );
    case "offline":
    case "writer_page":
    case "writer_country":
    case "writer_network":
      return <Button onClick={() => focus("setup-address")}>{words.correctAddress}</Button>;
    case "writer_model":
    case "writer_reply":
    case "writer_refused":
    case "writer_cut":
    case "writer_denied":
      return <Button onClick={() => focus("setup-model")}>{words.chooseModel}</Button>;
    default:
      return (
        <Button icon="retry" onClick={() => setup.test()}>
          {words.again}
        </Button>
      );
  }
}
