import { Radio } from "@mantine/core";
import "@mantine/core/styles/Radio.layer.css";
import type { PublishScope, ScopeFigures } from "@/contract";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { Kbd } from "@/ui/Kbd";
import classes from "./ScopeDialog.module.css";

interface ScopeChoiceProps {
  figures: ScopeFigures[];
  value: PublishScope;
  onChange: (scope: PublishScope) => void;
}

/** Which drafts of the job: each scope with its number and what is in it. */
export function ScopeChoice({ figures, value, onChange }: ScopeChoiceProps) {
  const words = t.publishScopes;
  return (
    <Radio.Group
      value={value}
      onChange={(to) => onChange(to as PublishScope)}
      aria-label={words.which}
    >
      {figures.map((of, index) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the radio is the control
        <label key={of.scope} className={classes.scope} data-on={of.scope === value || undefined}>
          <Radio value={of.scope} size="xs" aria-label={words.names[of.scope]} />
          <span>
            <b>{words.names[of.scope]}</b> <Kbd combo={String(index + 1)} />
            <small>
              {words.made(of)}{" "}
              {of.unopened > 0 && (
                <span className={classes.warn}>
                  <Icon shape="warn" small /> {words.unopened(of.unopened)}
                </span>
              )}
            </small>
          </span>
          <strong>{count(of.count)}</strong>
        </label>
      ))}
    </Radio.Group>
  );
}
