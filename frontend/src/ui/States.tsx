import { useTimeout } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { t } from "@/strings";
import { Button } from "./Button";
import { Icon } from "./Icon";
import classes from "./States.module.css";

interface EmptyProps {
  /** What will be here, and the one next step. */
  children: ReactNode;
  action?: ReactNode;
}

/** An empty list. */
export function Empty({ children, action }: EmptyProps) {
  return (
    <div className={classes.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}

interface LoadingProps {
  label?: string;
  /** A way to stop it. */
  action?: ReactNode;
}

/** Something that takes longer than a moment. Shown only after 150 ms. */
export function Loading({ label = t.common.loading, action }: LoadingProps) {
  const late = useLate(150);
  return (
    <div className={classes.empty} role="status" aria-live="polite">
      {late && (
        <p className={classes.loading}>
          <Icon shape="running" turning tone="accent" />
          {label}
        </p>
      )}
      {late && action}
    </div>
  );
}

/** True once the component has been mounted that long: fast results need no sign. */
export function useLate(ms: number): boolean {
  const [late, setLate] = useState(false);
  useTimeout(() => setLate(true), ms, { autoInvoke: true });
  return late;
}

export interface Trouble {
  /** What happened, what is safe, what to do next. */
  message: string;
  code: string;
  /** The cause, for "Details". */
  detail: string;
  /** The call that failed: once it works, this is over. */
  call?: string | undefined;
}

/** An error in place of the content that could not be shown. */
export function ErrorState({ trouble, onRetry }: { trouble: Trouble; onRetry?: () => void }) {
  return (
    <div className={classes.empty} role="alert">
      <TroubleText trouble={trouble} />
      {onRetry && (
        <Button icon="retry" onClick={onRetry}>
          {t.common.tryAgain}
        </Button>
      )}
    </div>
  );
}

/** The sentence of an error, with cause and code folded away. */
export function TroubleText({ trouble }: { trouble: Trouble }) {
  return (
    <div className={classes.trouble}>
      <p>
        <Icon shape="cross" tone="bad" small /> {trouble.message}
      </p>
      <Details detail={trouble.detail} code={trouble.code} />
    </div>
  );
}

/** What the shop or the model endpoint really said, and the code of the error, folded away. */
export function Details({ detail, code }: { detail?: string | undefined; code: string }) {
  if (!detail && !code) return null;
  return (
    <details className={classes.details}>
      <summary>{t.common.details}</summary>
      <p>{[detail, code].filter(Boolean).join(" · ")}</p>
    </details>
  );
}

/** Why something is as it is; Details only where there is a cause to show. */
export function ReasonDetails({ reason }: { reason: { code: string; detail?: string } }) {
  return reason.detail ? <Details detail={reason.detail} code={reason.code} /> : null;
}
