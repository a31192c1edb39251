import { describeError, useWithdraw } from "@/api";
import type { WithdrawRequest } from "@/contract";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";

interface WithdrawDialogProps {
  request: WithdrawRequest;
  /** The number of texts. */
  n: number;
  onClose: () => void;
}

/** Asks before queued publications are withdrawn. */
export function WithdrawDialog({ request, n, onClose }: WithdrawDialogProps) {
  const withdraw = useWithdraw();
  return (
    <ConfirmDialog
      title={t.outbox.withdrawTitle(n)}
      action={t.outbox.withdrawButton(n)}
      busy={withdraw.isPending}
      trouble={withdraw.error ? describeError(withdraw.error) : undefined}
      onConfirm={() => withdraw.mutate(request, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t.outbox.withdrawText}</p>
    </ConfirmDialog>
  );
}
