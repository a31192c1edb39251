import { Modal } from "@mantine/core";
import "@/ui/theme/modal.css";
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
  /**
   * What is confirmed cannot be seen beforehand, or loses what somebody made: the way back has the focus, and no
   * shortcut confirms.
   */
  careful?: boolean;
  /** The body is a list that needs room. */
  wide?: boolean;
  /** The words of the way back; Cancel, unless the action begins so. */
  dismiss?: string;
  trouble?: Trouble | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** Whether two buttons begin with the same word, so that they are taken for each other. */
function beginAlike(a: string, b: string): boolean {
  const first = (words: string) => words.split(/[\s….,]/)[0]?.toLowerCase();
  return first(a) === first(b);
}

/** The words of the way back beside an action. */
function dismissBeside(action: string | undefined): string {
  const { cancel, goBack } = t.common;
  return action !== undefined && beginAlike(action, cancel) ? goBack : cancel;
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
          {props.dismiss ?? dismissBeside(action)}
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
