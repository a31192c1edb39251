import { ActionIcon, Tooltip } from "@mantine/core";
import { Icon } from "./Icon";
import { Kbd } from "./Kbd";
import { ariaCombo } from "./keys/combo";
import type { Shape } from "./shapes";

interface IconButtonProps {
  shape: Shape;
  label: string;
  combo?: string | undefined;
  small?: boolean | undefined;
  framed?: boolean | undefined;
  disabled?: boolean | undefined;
  turning?: boolean | undefined;
  onClick: () => void;
}

/** A button with a mark only; its name stands in a tooltip. */
export function IconButton(props: IconButtonProps) {
  const { shape, label, combo, small, framed, disabled, turning, onClick } = props;
  return (
    <Tooltip
      label={
        <>
          {label} {combo && <Kbd combo={combo} />}
        </>
      }
    >
      <ActionIcon
        variant={framed ? "default" : "subtle"}
        size={small ? "1.625rem" : "2rem"}
        aria-label={label}
        aria-keyshortcuts={combo ? ariaCombo(combo) : undefined}
        disabled={disabled ?? false}
        onClick={onClick}
      >
        <Icon shape={shape} small={small} turning={turning} />
      </ActionIcon>
    </Tooltip>
  );
}
