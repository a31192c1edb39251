import { Button as MantineButton } from "@mantine/core";
import type { MouseEventHandler, ReactNode, Ref } from "react";
import { Icon } from "./Icon";
import { Kbd } from "./Kbd";
import { ariaCombo } from "./keys/combo";
import type { Shape } from "./shapes";

interface ButtonProps {
  children: ReactNode;
  /** primary: the main action of a page; quiet: no edge until hovered; link: quiet, in the words of a list or heading. */
  kind?: "primary" | "quiet" | "link" | undefined;
  small?: boolean | undefined;
  icon?: Shape | undefined;
  /** A mark after the label, for what leads on. */
  iconAfter?: Shape | undefined;
  /** The key that does the same; shown, and announced to screen readers. */
  combo?: string | undefined;
  disabled?: boolean | undefined;
  busy?: boolean | undefined;
  submit?: boolean | undefined;
  /** Gets the focus when its dialog opens. */
  focusFirst?: boolean | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
  label?: string | undefined;
  /** It opens and closes the element with that id. */
  controls?: { id: string; open: boolean } | undefined;
  onClick?: MouseEventHandler<HTMLButtonElement> | undefined;
}

const variants = { primary: "filled", quiet: "subtle", link: "transparent" } as const;

/** A labelled button: verb and count; an ellipsis in the label means that it asks first. */
export function Button(props: ButtonProps) {
  const { children, kind, small, icon, combo, disabled, busy, submit, label, ref } = props;
  return (
    <MantineButton
      variant={kind ? variants[kind] : "default"}
      size={small ? "xs" : "sm"}
      type={submit ? "submit" : "button"}
      disabled={disabled ?? false}
      loading={busy ?? false}
      ref={ref}
      data-autofocus={props.focusFirst || undefined}
      aria-label={label}
      aria-expanded={props.controls?.open}
      aria-controls={props.controls?.open ? props.controls.id : undefined}
      aria-keyshortcuts={combo ? ariaCombo(combo) : undefined}
      onClick={props.onClick}
    >
      {icon && <Icon shape={icon} small />}
      {children}
      {props.iconAfter && <Icon shape={props.iconAfter} small />}
      {combo && <Kbd combo={combo} />}
    </MantineButton>
  );
}
