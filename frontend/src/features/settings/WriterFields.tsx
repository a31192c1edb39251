import { Autocomplete, PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTestWriter } from "@/api";
import { rules } from "@/contract";
import { needsEndpoint } from "@/domain/writer";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Segments } from "@/ui/Segments";
import { Field, Section } from "./layout";
import classes from "./settings.module.css";
import { TestResult } from "./TestResult";
import { type Form, numberProps } from "./useSettingsForm";

interface WriterFieldsProps {
  form: Form;
  keyStored: boolean;
  dirty: boolean;
  onSave: () => Promise<void>;
}

/** Which writer new jobs use, how fast it may go, and whether it answers. */
export function WriterFields({ form, keyStored, dirty, onSave }: WriterFieldsProps) {
  const words = t.settings.writer;
  const test = useTestWriter();
  // The endpoint is tried as it is saved, with the key from the keyring.
  const run = async () => {
    if (dirty) await onSave();
    await test.mutateAsync();
  };
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
          <span className={classes.note}>{words.templateText}</span>
        </Field>
      ) : (
        <>
          <EndpointFields form={form} keyStored={keyStored} models={test.data?.models ?? []} />
          <div className={classes.test}>
            <Button busy={test.isPending} onClick={() => void run().catch(() => {})}>
              {dirty ? words.saveAndTest : words.test}
            </Button>
            <TestResult report={test.data} error={test.error} model={form.values.model} />
          </div>
        </>
      )}
    </Section>
  );
}

interface EndpointFieldsProps {
  form: Form;
  keyStored: boolean;
  models: string[];
}

function EndpointFields({ form, keyStored, models }: EndpointFieldsProps) {
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
      <Field label={words.address} id="writer-address">
        <TextInput
          id="writer-address"
          placeholder="http://127.0.0.1:11434/v1"
          spellCheck={false}
          {...form.getInputProps("baseUrl")}
        />
      </Field>
      <Field label={words.model} id="writer-model">
        <Autocomplete
          id="writer-model"
          data={models}
          placeholder={words.modelHint}
          spellCheck={false}
          limit={200}
          maxDropdownHeight={280}
          {...form.getInputProps("model")}
        />
      </Field>
      <Field label={words.key}>
        <KeyField form={form} stored={keyStored} />
      </Field>
      <Field label={words.pace}>
        <div className={classes.pace}>
          {number("concurrency", words.atOnce)}
          {number("rpm", words.perMinute)}
          {number("tpm", words.tokensPerMinute)}
        </div>
      </Field>
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
