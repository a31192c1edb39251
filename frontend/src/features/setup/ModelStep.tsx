import { Radio, TextInput } from "@mantine/core";
import "@mantine/core/styles/Radio.layer.css";
import type { EndpointModel } from "@/contract";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { Step } from "./Step";
import classes from "./setup.module.css";
import type { Setup } from "./useSetup";

/** Which of the endpoint's models writes: chosen from its list, or typed. */
export function ModelStep({ setup }: { setup: Setup }) {
  const words = t.setup;
  const models = setup.found?.models ?? [];
  const writing = models.filter((one) => !one.no_text).length;
  const listed = models.some((one) => one.id === setup.model);
  return (
    <Step
      number={2}
      state={setup.model.trim() !== "" ? "ok" : undefined}
      title={words.model}
      note={models.length > 0 ? words.modelsFound(models.length, writing) : ""}
    >
      {models.length > 0 && (
        <Radio.Group
          aria-label={words.models}
          value={listed ? setup.model : ""}
          onChange={setup.setModel}
        >
          <div className={classes.models}>
            <div className={classes.head} aria-hidden="true">
              <span />
              <span>{words.columns.model}</span>
              <span>{words.columns.size}</span>
              <span>{words.columns.context}</span>
              <span>{words.columns.pictures}</span>
              <span>{words.columns.price}</span>
            </div>
            <div className={classes.rows}>
              {models.map((one) => (
                <ModelRow
                  key={one.id}
                  model={one}
                  local={setup.found?.local ?? false}
                  chosen={one.id === setup.model}
                />
              ))}
            </div>
          </div>
        </Radio.Group>
      )}
      <TextInput
        id="setup-model"
        className={classes.name}
        aria-label={words.modelName}
        placeholder={models.length > 0 ? words.otherModel : words.modelHint}
        spellCheck={false}
        value={listed ? "" : setup.model}
        onChange={(event) => setup.setModel(event.currentTarget.value)}
      />
    </Step>
  );
}

interface ModelRowProps {
  model: EndpointModel;
  /** It runs on this computer or network: free where no price is set. */
  local: boolean;
  chosen: boolean;
}

function ModelRow({ model, local, chosen }: ModelRowProps) {
  const words = t.setup;
  const cells = (
    <>
      <span className={classes.id} title={model.id}>
        {model.id} {model.no_text && <small>{words.noText}</small>}
      </span>
      <span>{model.bytes > 0 ? words.gigabytes(model.bytes) : words.unknown}</span>
      <span>{model.context > 0 ? count(model.context) : words.unknown}</span>
      <span>{pictures(model)}</span>
      <span>{price(model, local)}</span>
    </>
  );
  if (model.no_text) {
    return (
      <div className={classes.row} data-off>
        <span />
        {cells}
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the radio is a component
    <label className={classes.row} data-on={chosen || undefined}>
      <Radio size="xs" value={model.id} aria-label={model.id} />
      {cells}
    </label>
  );
}

function pictures({ pictures: sees }: EndpointModel): string {
  if (sees === null || sees === undefined) return t.setup.unknown;
  return sees ? t.settings.writer.yes : t.settings.writer.no;
}

function price({ price: of }: EndpointModel, local: boolean): string {
  const words = t.setup;
  if (!of) return local ? words.free : words.unknown;
  return of.input === 0 && of.output === 0 ? words.free : words.price(of.input, of.output);
}
