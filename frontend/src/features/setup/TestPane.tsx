import type { EndpointModel, WriterTrial } from "@/contract";
import { duration } from "@/lib/format";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { TroubleText } from "@/ui/States";
import classes from "./setup.module.css";
import { TestFailed } from "./TestFailed";
import type { Setup } from "./useSetup";

/** What the test showed: what the model can do and wrote, or why it did not. */
export function TestPane({ setup }: { setup: Setup }) {
  const words = t.setup;
  const { passed, trouble, tried } = setup;
  return (
    <aside className={classes.pane} aria-label={words.test}>
      <h2>{passed || trouble ? words.testOf(setup.model) : words.before}</h2>
      {!passed && !trouble && <p className={classes.text}>{words.beforeText}</p>}
      {passed && <Passed trial={passed} setup={setup} />}
      {trouble && <TestFailed trouble={trouble} setup={setup} />}
      {tried && !trouble && (
        <div className={classes.tried}>
          <p className={classes.bad}>
            <Icon shape="cross" tone="bad" small /> {words.earlier(tried.address)}
          </p>
          <TroubleText trouble={tried.trouble} />
          <button type="button" className={classes.link} onClick={() => setup.goBack(tried)}>
            {words.goBack}
          </button>
        </div>
      )}
      {!passed && <Finds />}
    </aside>
  );
}

function Passed({ trial, setup }: { trial: WriterTrial; setup: Setup }) {
  const words = t.setup;
  const { report } = trial;
  const models = setup.found?.models ?? [];
  const chosen = models.find((one) => one.id === setup.model);
  const sees = models.find((one) => one.pictures);
  const [answers, how] = words.answersKinds[report.structured] ?? ["", ""];
  const speed = trial.words / Math.max(trial.millis / 1000, 0.001);
  return (
    <>
      <div className={classes.result} role="status">
        <p className={classes.good}>
          <Icon shape="check" tone="ok" small /> {words.canWrite}
        </p>
        <dl>
          <dt>{words.answers}</dt>
          <dd>
            <b>{answers}</b>
            {how}
          </dd>
          <dt>{words.pictures}</dt>
          <dd>
            <b>{report.pictures ? words.picturesYes : words.picturesNo}</b>
            {!report.pictures && sees && words.picturesOther(sees.id)}
          </dd>
          <dt>{words.speed}</dt>
          <dd>
            <b>{words.wordsASecond(speed)}</b>
            {words.hundred(duration(trial.millis * 100))}
          </dd>
          <Room context={chosen?.context ?? 0} cuts={report.prompt_cut} />
          <dt>{words.priceLabel}</dt>
          <dd>{priceWords(chosen, setup.found?.local ?? false)}</dd>
        </dl>
      </div>
      <figure className={classes.proof}>
        <figcaption>
          <span>
            {words.wrote} <b>{trial.product}</b>
          </span>
          <span>{words.words(trial.words)}</span>
        </figcaption>
        {trial.text
          .split("\n")
          .filter((line) => line.trim() !== "")
          .map((line) => (
            <p key={line}>{line}</p>
          ))}
      </figure>
    </>
  );
}

function Room({ context, cuts }: { context: number; cuts: boolean }) {
  const words = t.setup;
  if (context === 0 && !cuts) return null;
  return (
    <>
      <dt>{words.room}</dt>
      <dd>
        {context > 0 && <b>{words.context(context)}</b>} {cuts && words.cuts}
      </dd>
    </>
  );
}

function priceWords(model: EndpointModel | undefined, local: boolean) {
  const words = t.setup;
  const { price } = model ?? {};
  if (price && (price.input > 0 || price.output > 0)) {
    return <b>{words.priceOf(price.input, price.output)}</b>;
  }
  if (!local && !price) return words.priceUnknown;
  return (
    <>
      <b>{words.priceFree[0]}</b>
      {local && words.priceFree[1]}
    </>
  );
}

/** The other things that a test can find, with what to do. */
function Finds() {
  const words = t.setup;
  return (
    <div className={classes.finds}>
      <h3>{words.others}</h3>
      <ul>
        {words.finds.map(([what, then]) => (
          <li key={what}>
            <b>{what}</b>
            <span>{then}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
