import { TextInput } from "@mantine/core";
import { rules } from "@/contract";
import { t } from "@/strings";
import { Field } from "./layout";
import classes from "./settings.module.css";
import { type Form, numberProps } from "./useSettingsForm";

/** The longest answer of the model for each field, in tokens; empty is as Galley chooses. */
export function AnswerLimits({ form }: { form: Form }) {
  const words = t.settings.writer;
  return (
    <Field label={words.limits}>
      <details className={classes.limits}>
        <summary>{words.limitsText}</summary>
        <div>
          {rules.fields.map(({ id }) => (
            <label key={id} htmlFor={`limit-${id}`}>
              <span>{t.jobs.field(id)}</span>
              <TextInput
                id={`limit-${id}`}
                placeholder={words.limitChosen}
                {...numberProps(form, `limits.${id}`)}
              />
            </label>
          ))}
        </div>
      </details>
    </Field>
  );
}
