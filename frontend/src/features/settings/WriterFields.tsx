import { PasswordInput, TextInput } from "@mantine/core";
import "@mantine/core/styles/PasswordInput.layer.css";
import { type ReactNode, useState } from "react";
import { useTestWriter } from "@/api";
import { rules, type Settings } from "@/contract";
import { needsEndpoint } from "@/domain/writer";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Segments } from "@/ui/Segments";
import { AnswerLimits } from "./AnswerLimits";
import { EndpointSource } from "./EndpointSource";
import { Learned } from "./Learned";
import { Field, Section } from "./layout";
import classes from "./settings.module.css";
import { TestResult } from "./TestResult";
import { type Form, numberProps } from "./useSettingsForm";

interface WriterFieldsProps {
  form: Form;
  saved: Settings["writer"];
  /** Opens the set-up of the writer of all shops; without it the writer is one shop's. */
  onSetup?: () => void;
  /** What the form changes, by the keys that the backend knows. */
  values: Record<string, string>;
  children?: ReactNode;
}

/** Which writer new jobs use, how fast it may go, and whether it answers. */
export function WriterFields({ form, saved, values, onSetup, children }: WriterFieldsProps) {
  const words = t.settings.writer;
  const test = useTestWriter();
  return (
    <Section title={words.title} text={words.text}>
      <Field label={words.kind}>
        <Segments
          label={words.kind}
          value={form.values.kind}
          onChange={(kind) => form.setFieldValue("kind", kind)}
          options={rules.writers.map(({ kind }) => ({ value: kind, label: words.kinds[kind] }))}
        />
      </Field>
      {!needsEndpoint(form.values) ? (
        <Field label="">
          <div className={classes.keyed}>
            <span className={classes.note}>{words.templateText}</span>
            {onSetup && (
              <Button small onClick={onSetup}>
                {t.setup.open}
              </Button>
            )}
          </div>
        </Field>
      ) : (
        <>
          {onSetup && (
            <Field label="">
              <div className={classes.keyed}>
                <span className={classes.note}>{words.setupText}</span>
                <Button small onClick={onSetup}>
                  {t.setup.change}
                </Button>
              </div>
            </Field>
          )}
          <EndpointFields
            form={form}
            keyStored={saved.key_stored}
            values={values}
            ofShop={onSetup === undefined}
          />
          {onSetup && <AnswerLimits form={form} />}
          {onSetup && saved.learned && form.values.model === saved.model && (
            <Learned lesson={saved.learned} />
          )}
          <div className={classes.test}>
            <Button busy={test.isPending} onClick={() => test.mutate(values)}>
              {words.test}
            </Button>
            {test.isIdle ? (
              <span className={classes.note}>{words.noTest}</span>
            ) : (
              <TestResult report={test.data} error={test.error} model={form.values.model} />
            )}
          </div>
        </>
      )}
      {children && <Field label="">{children}</Field>}
    </Section>
  );
}

interface EndpointFieldsProps {
  form: Form;
  keyStored: boolean;
  values: Record<string, string>;
  /** Pace is of the endpoint, for all who write: it is not a shop's. */
  ofShop: boolean;
}

function EndpointFields({ form, keyStored, values, ofShop }: EndpointFieldsProps) {
  const words = t.settings.writer;
  const number = (name: "concurrency" | "rpm" | "tpm" | "priceIn" | "priceOut", after: string) => (
    <label htmlFor={`writer-${name}`}>
      <TextInput
        id={`writer-${name}`}
        data-wide={name === "tpm" || undefined}
        leftSection={name.startsWith("price") ? "$" : undefined}
        placeholder={name === "rpm" || name === "tpm" ? words.noLimit : ""}
        {...numberProps(form, name)}
      />
      {after}
    </label>
  );
  return (
    <>
      <EndpointSource form={form} values={values}>
        <Field label={words.key}>
          <KeyField form={form} stored={keyStored} />
        </Field>
      </EndpointSource>
      {!ofShop && (
        <Field label={words.pace}>
          <div className={classes.pace}>
            {number("concurrency", words.atOnce)}
            {number("rpm", words.perMinute)}
            {number("tpm", words.tokensPerMinute)}
          </div>
        </Field>
      )}
      <Field label={words.price}>
        <div className={classes.pace}>
          {number("priceIn", words.priceIn)}
          {number("priceOut", words.priceOut)}
          <Button
            kind="quiet"
            small
            onClick={() => form.setValues({ priceIn: "0", priceOut: "0" })}
          >
            {words.free}
          </Button>
        </div>
      </Field>
    </>
  );
}

/** The key is written, never read back: only whether there is one is known. */
function KeyField({ form, stored }: { form: Form; stored: boolean }) {
  const words = t.settings.writer;
  const [typing, setTyping] = useState(false);
  const { apiKey } = form.values;
  if (!typing && apiKey === "") {
    return (
      <div className={classes.keyed}>
        <span>{stored ? words.keyStored : words.keyMissing}</span>
        <Button kind="quiet" small onClick={() => setTyping(true)}>
          {stored ? words.keyReplace : words.keyEnter}
        </Button>
      </div>
    );
  }
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ "aria-label": t.common.showSecret }}
      aria-label={words.key}
      autoComplete="off"
      data-autofocus
      {...form.getInputProps("apiKey")}
      onBlur={() => setTyping(apiKey !== "")}
    />
  );
}
