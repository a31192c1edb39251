import { Autocomplete } from "@mantine/core";
import { t } from "@/strings";

interface ModelFieldProps {
  value: string;
  /** The endpoint's models when it was last tried. */
  models: string[];
  onChange: (model: string) => void;
}

/** The model's name: typed, or chosen from the endpoint's list. */
export function ModelField({ value, models, onChange }: ModelFieldProps) {
  return (
    <Autocomplete
      id="writer-model"
      value={value}
      data={models}
      placeholder={t.settings.writer.modelHint}
      spellCheck={false}
      limit={200}
      maxDropdownHeight={280}
      onChange={onChange}
    />
  );
}
