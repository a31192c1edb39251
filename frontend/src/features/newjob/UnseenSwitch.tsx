import { Switch } from "@mantine/core";
import "@mantine/core/styles/Switch.layer.css";
import type { Estimate, Field } from "@/contract";
import { placeOf } from "@/domain/fields";
import { t } from "@/strings";
import classes from "./NewJobPanel.module.css";

interface UnseenSwitchProps {
  field: Field;
  estimate: Estimate | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Whether alt text is also written of pictures that the writer does not see. */
export function UnseenSwitch({ field, estimate, checked, onChange }: UnseenSwitchProps) {
  if (placeOf(field) !== "image" || !estimate || !(estimate.unseen || estimate.sight_unknown)) {
    return null;
  }
  const words = checked ? t.newJob.unseenWritten : t.newJob.unseenLeftOut;
  return (
    <Switch
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
      label={t.newJob.unseen}
      description={words(estimate.unseen, estimate.items)}
      classNames={{ body: classes.switch, description: classes.switchText }}
    />
  );
}
