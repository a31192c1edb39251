import { PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTestWriter } from "@/api";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Segments } from "@/ui/Segments";
import type { SettingsForm } from "./draft";
import { Field, Section } from "./layout";
import { ModelField } from "./ModelField";
import classes from "./settings.module.css";
import { TestResult } from "./TestResult";

interface WriterFieldsProps {
  form: SettingsForm;
  keyStored: boolean;
  dirty: boolean;
  onChange: (part: Partial<SettingsForm>) => void;
  onSave: () => Promise<void>;
}

/** Which writer new jobs use, how fast it may go, and whether it answers. */
export function WriterFields({ form, keyStored, dirty, onChange, onSave }: WriterFieldsProps) {
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
          value={form.kind}
          onChange={(kind) => onChange({ kind })}
          options={[
            { value: "template", label: words.kinds.template },
            { value: "openai", label: words.kinds.openai },
          ]}
        />
      </Field>
      {form.kind === "template" ? (
        <Field label="">
          <span className={classes.note}>{words.templateText}</span>
        </Field>
      ) : (
        <>
          <EndpointFields
            form={form}
            keyStored={keyStored}
            onChange={onChange}
            models={test.data?.models ?? []}
          />
          <div className={classes.test}>
            <Button busy={test.isPending} onClick={() => void run().catch(() => {})}>
              {dirty ? words.saveAndTest : words.test}
            </Button>
            <TestResult report={test.data} error={test.error} model={form.model} />
          </div>
        </>
      )}
    </Section>
  );
}

interface EndpointFieldsProps {
  form: SettingsForm;
  keyStored: boolean;
  models: string[];
  onChange: (part: Partial<SettingsForm>) => void;
}

function EndpointFields({ form, keyStored, models, onChange }: EndpointFieldsProps) {
  const words = t.settings.writer;
  const number = (name: "concurrency" | "rpm" | "tpm" | "priceIn" | "priceOut", after: string) => (
    <label htmlFor={`writer-${name}`}>
      <TextInput
        id={`writer-${name}`}
        inputMode="decimal"
        data-wide={name === "tpm" || undefined}
        leftSection={name.startsWith("price") ? "$" : undefined}
        value={form[name]}
        placeholder={name === "rpm" || name === "tpm" ? words.noLimit : ""}
        onChange={(event) => onChange({ [name]: event.currentTarget.value.replace(/[^\d.]/g, "") })}
      />
      {after}
    </label>
  );
  return (
    <>
      <Field label={words.address} id="writer-address">
        <TextInput
          id="writer-address"
          value={form.baseUrl}
          placeholder="http://127.0.0.1:11434/v1"
          spellCheck={false}
          onChange={(event) => onChange({ baseUrl: event.currentTarget.value })}
        />
      </Field>
      <Field label={words.model} id="writer-model">
        <ModelField value={form.model} models={models} onChange={(model) => onChange({ model })} />
      </Field>
      <Field label={words.key}>
        <KeyField
          value={form.apiKey}
          stored={keyStored}
          onChange={(apiKey) => onChange({ apiKey })}
        />
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
          <Button kind="quiet" small onClick={() => onChange({ priceIn: "0", priceOut: "0" })}>
            {words.free}
          </Button>
        </div>
      </Field>
    </>
  );
}

interface KeyFieldProps {
  value: string;
  stored: boolean;
  onChange: (key: string) => void;
}

/** The key is written, never read back: only whether there is one is known. */
function KeyField({ value, stored, onChange }: KeyFieldProps) {
  const words = t.settings.writer;
  const [typing, setTyping] = useState(false);
  if (!typing && value === "") {
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
      value={value}
      autoComplete="off"
      data-autofocus
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => setTyping(value !== "")}
    />
  );
}
