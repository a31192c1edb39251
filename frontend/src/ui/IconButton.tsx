import { ActionIcon } from "@mantine/core";
import { Icon } from "./Icon";
import { ariaCombo, showCombo } from "./keys/combo";
import type { Shape } from "./shapes";

interface IconButtonProps {
  shape: Shape;
  label: string;
  combo?: string | undefined;
  small?: boolean | undefined;
  framed?: boolean | undefined;
  disabled?: boolean | undefined;
  turning?: boolean | undefined;
  /** It shows or hides what is named by controls. */
  expanded?: boolean | undefined;
  controls?: string | undefined;
  onClick: () => void;
}

/** A button with a mark only; its name and key are in the tooltip. */
export function IconButton(props: IconButtonProps) {
  const { shape, label, combo, small, framed, disabled, turning, onClick } = props;
  return (
    <ActionIcon
      variant={framed ? "default" : "subtle"}
      size={small ? "1.625rem" : "2rem"}
      title={combo ? `${label} (${showCombo(combo)})` : label}
      aria-label={label}
      aria-keyshortcuts={combo ? ariaCombo(combo) : undefined}
      data-kbd={combo}
      aria-expanded={props.expanded}
      aria-controls={props.expanded ? props.controls : undefined}
      disabled={disabled ?? false}
      onClick={onClick}
    >
      <Icon shape={shape} small={small} turning={turning} />
    </ActionIcon>
  );
}
