import { Radio, TextInput } from "@mantine/core";
import "@mantine/core/styles/Radio.layer.css";
import type { ReactNode } from "react";
import { describeError, useFindModels, useLocalEndpoints } from "@/api";
import type { EndpointModels, LocalEndpoint } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { TroubleText } from "@/ui/States";
import { Field } from "./layout";
import classes from "./settings.module.css";
import type { Form } from "./useSettingsForm";

interface EndpointSourceProps {
  form: Form;
  /** What the form changes, by the keys that the backend knows. */
  values: Record<string, string>;
  /** The key's field: between the address and the models. */
  children: ReactNode;
}

/** Where the endpoint is and which of its models writes: found out, then chosen from a list. */
export function EndpointSource({ form, values, children }: EndpointSourceProps) {
  const words = t.settings.writer;
  const find = useFindModels();
  const search = (address: string) => {
    const asked = { ...values, "writer.base_url": address };
    find.mutate(asked, {
      onSuccess: ({ models }) => {
        const [only, second] = models?.filter((one) => !one.no_text) ?? [];
        if (only && !second && form.values.model === "") form.setFieldValue("model", only.id);
      },
    });
  };
  const use = (address: string) => {
    form.setFieldValue("baseUrl", address);
    search(address);
  };
  const { baseUrl } = form.values;
  return (
    <>
      <Field label={words.address} id="writer-address">
        <div className={classes.stack}>
          <Offers used={baseUrl} onUse={use} />
          <div className={classes.address}>
            <TextInput
              id="writer-address"
              placeholder="http://127.0.0.1:11434/v1"
              spellCheck={false}
              {...form.getInputProps("baseUrl")}
              onKeyDown={(event) => {
                if (event.key === "Enter") search(baseUrl);
              }}
            />
            <Button busy={find.isPending} disabled={baseUrl === ""} onClick={() => search(baseUrl)}>
              {words.find}
            </Button>
          </div>
        </div>
      </Field>
      {children}
      <Field label={words.model} id="writer-model">
        <div className={classes.stack}>
          <div aria-live="polite" className={classes.foundAt}>
            {find.error && <TroubleText trouble={describeError(find.error)} />}
            {find.data && <Found {...find.data} />}
          </div>
          <ModelList
            models={(find.data?.models ?? []).filter((one) => !one.no_text).map((one) => one.id)}
            form={form}
          />
          <TextInput
            id="writer-model"
            placeholder={words.modelHint}
            spellCheck={false}
            {...form.getInputProps("model")}
          />
        </div>
      </Field>
    </>
  );
}

function Found({ base_url, models }: EndpointModels) {
  const words = t.settings.writer;
  const n = models?.length ?? 0;
  return <span>{n > 0 ? words.foundAt(base_url, n) : words.noList(base_url)}</span>;
}

/** The model servers that run on this computer, each with one press. */
function Offers({ used, onUse }: { used: string; onUse: (address: string) => void }) {
  const words = t.settings.writer;
  const found: LocalEndpoint[] = useLocalEndpoints() ?? [];
  return found.map(({ name, base_url, models }) => (
    <div key={base_url} className={classes.offer} data-used={used === base_url || undefined}>
      <span>
        <b>{words.local(name)}</b>{" "}
        {words.localModels(models?.length ?? 0, base_url.replace(/^http:\/\/|\/v1$/g, ""))}
      </span>
      {used === base_url ? (
        <span>
          <Icon shape="check" tone="ok" small /> {words.inUse}
        </span>
      ) : (
        <Button small onClick={() => onUse(base_url)}>
          {words.use}
        </Button>
      )}
    </div>
  ));
}

function ModelList({ models, form }: { models: string[]; form: Form }) {
  if (models.length === 0) return null;
  return (
    <Radio.Group
      aria-label={t.settings.writer.models}
      value={form.values.model}
      onChange={(model) => form.setFieldValue("model", model)}
    >
      <div className={classes.models}>
        {models.map((model) => (
          <Radio key={model} size="xs" value={model} label={model} />
        ))}
      </div>
    </Radio.Group>
  );
}
