import { TextInput } from "@mantine/core";
import { t } from "@/strings";
import type { SettingsForm } from "./draft";
import { Field, Section } from "./layout";
import classes from "./settings.module.css";

interface CapFieldsProps {
  form: SettingsForm;
  onChange: (part: Partial<SettingsForm>) => void;
}

/** What writing may cost: at a cap a job pauses. */
export function CapFields({ form, onChange }: CapFieldsProps) {
  const words = t.settings.caps;
  const amount = (name: "capJob" | "capDay", label: string) => (
    <Field label={label} id={`settings-${name}`}>
      <div className={classes.pace}>
        <TextInput
          id={`settings-${name}`}
          inputMode="decimal"
          leftSection="$"
          placeholder={words.none}
          value={form[name]}
          onChange={(event) =>
            onChange({ [name]: event.currentTarget.value.replace(/[^\d.]/g, "") })
          }
        />
      </div>
    </Field>
  );
  return (
    <Section title={words.title} text={words.text}>
      {amount("capJob", words.job)}
      {amount("capDay", words.day)}
    </Section>
  );
}
