import { type ErrorComponentProps, useNavigate } from "@tanstack/react-router";
import { describeError } from "@/api";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Empty, ErrorState } from "@/ui/States";

/** An address that leads nowhere. */
export function NotFound() {
  const navigate = useNavigate();
  return (
    <Empty action={<Button onClick={() => navigate({ to: "/" })}>{t.shell.toStart}</Button>}>
      {t.shell.notFound}
    </Empty>
  );
}

/** A page that could not be shown; the rest of the program continues. */
export function Failed({ error, reset }: ErrorComponentProps) {
  return <ErrorState trouble={describeError(error)} onRetry={reset} />;
}
