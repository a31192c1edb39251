import { Modal } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { t } from "@/strings";
import { Button } from "./Button";
import classes from "./ConfirmDialog.module.css";
import { useKeys } from "./keys/useKeys";
import { type Trouble, TroubleText } from "./States";

interface ConfirmDialogProps {
  /** The question: what, where. */
  title: string;
  /** What it replaces, what stays out, the way back. */
  children?: ReactNode;
  /** Verb and count. Undefined while the plan is loading, or if nothing can be done. */
  action: string | undefined;
  /** The body has a field to fill in, which gets the focus (mark it with data-autofocus). */
  asks?: boolean;
  busy?: boolean;
  /** What is confirmed cannot be seen beforehand: Cancel has the focus, and no shortcut confirms. */
  careful?: boolean;
  /** The body is a list that needs room. */
  wide?: boolean;
  trouble?: Trouble | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/**
 * Asks before anything leaves this computer or cannot be undone. Enter confirms, Escape does not; a careful question
 * accepts only Tab to its button.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, action, asks, busy, careful, trouble, onConfirm, onClose } = props;
  const ready = action !== undefined && !busy;
  const primary = useRef<HTMLButtonElement>(null);
  const answerable = action !== undefined;
  // The main button may come later than the question, when its count is known. Until then the
  // question itself has the focus, so that an early Enter neither does it nor cancels.
  useEffect(() => {
    if (answerable && !asks && !careful) primary.current?.focus();
  }, [answerable, asks, careful]);
  useKeys("question", [
    {
      combos: ["mod+enter"],
      label: action ?? title,
      run: onConfirm,
      inFields: true,
      off: !ready || careful === true,
    },
  ]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      withCloseButton={false}
      size={props.wide ? "46rem" : "27rem"}
      zIndex={400}
    >
      <div
        className={classes.body}
        tabIndex={-1}
        data-autofocus={(!asks && !answerable && !careful) || undefined}
      >
        {children}
      </div>
      {trouble && <TroubleText trouble={trouble} />}
      <div className={classes.actions}>
        <Button kind="quiet" combo="escape" onClick={onClose} focusFirst={careful}>
          {t.common.cancel}
        </Button>
        {action !== undefined && (
          <Button
            kind="primary"
            busy={busy}
            onClick={onConfirm}
            ref={primary}
            focusFirst={!asks && !careful}
          >
            {action}
          </Button>
        )}
      </div>
    </Modal>
  );
}
