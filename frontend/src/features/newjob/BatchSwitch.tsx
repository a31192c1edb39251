import { Switch } from "@mantine/core";
import type { Estimate } from "@/contract";
import { money } from "@/lib/format";
import { t } from "@/strings";
import classes from "./NewJobPanel.module.css";

interface BatchSwitchProps {
  estimate: Estimate | undefined;
  /** Only a sample is written. */
  off: boolean;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Whether a large job goes into batches, where the endpoint takes them: never unless a person says so. */
export function BatchSwitch({ estimate, off, checked, onChange }: BatchSwitchProps) {
  const offer = estimate?.batch;
  if (!offer) return null;
  const { cost_usd: cost, hours } = offer;
  const words = checked ? t.batches.on(hours) : t.batches.off(money(cost), hours);
  return (
    <Switch
      checked={checked && !off}
      disabled={off}
      onChange={(event) => onChange(event.currentTarget.checked)}
      label={t.batches.label}
      description={off ? t.batches.onlyAll : words}
      classNames={{ body: classes.switch, description: classes.switchText }}
    />
  );
}
