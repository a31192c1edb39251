import { Radio } from "@mantine/core";
import "@mantine/core/styles/Radio.layer.css";
import classes from "./Choice.module.css";

export interface Option<K extends string> {
  value: K;
  label: string;
  text: string;
}

interface ChoiceProps<K extends string> {
  label: string;
  options: Option<K>[];
  value: K;
  onChange: (value: K) => void;
}

/** A choice of a few options, each with a sentence that explains it. */
export function Choice<K extends string>({ label, options, value, onChange }: ChoiceProps<K>) {
  return (
    <Radio.Group aria-label={label} value={value} onChange={(next) => onChange(next as K)}>
      <div className={classes.options}>
        {options.map((option) => (
          <Radio
            key={option.value}
            size="xs"
            value={option.value}
            label={option.label}
            description={option.text}
            classNames={{ description: classes.text, body: classes.body }}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
