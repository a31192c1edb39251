import { Modal } from "@mantine/core";
import { describeError, useSettleHeld } from "@/api";
import type { Held } from "@/domain/types";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import text from "@/ui/text.module.css";
import classes from "./OutboxDialog.module.css";

interface HeldDialogProps {
  held: Held;
  onClose: () => void;
}

/** What is held since the data file was restored, by shop and job, to publish or to withdraw. */
export default function HeldDialog({ held, onClose }: HeldDialogProps) {
  const settle = useSettleHeld();
  const act = (shop: string, job: string, release: boolean) =>
    settle.mutate({ shop_id: shop, job_id: job, release });
  const rows = [
    ...held.outbox.map((part) => ({
      ...part,
      key: `outbox ${part.shop_id} ${part.job_id} ${part.field}`,
      detail: t.held.texts(part.waiting, part.undos),
      publish: part.job_id ? t.held.publish : t.held.publishShop,
      withdraw: part.job_id ? t.held.withdraw : t.held.withdrawShop,
    })),
    ...held.jobs.map((job) => ({
      ...job,
      key: `job ${job.job_id}`,
      detail: t.held.open(job.open),
      publish: t.held.resume,
      withdraw: t.held.cancel,
    })),
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.held.dialog}
      withCloseButton={false}
      size="42rem"
      zIndex={300}
    >
      <p>{t.held.text}</p>
      {settle.error && <p role="alert">{describeError(settle.error).message}</p>}
      <ul className={classes.parts}>
        {rows.map((row) => (
          <li key={row.key}>
            <div className={text.two}>
              <div className={`${text.b} ${text.cut}`}>
                {t.held.part(row.shop, row.job_id, row.field)}
              </div>
              <div className={`${text.xs} ${text.mut} ${text.cut}`}>
                {[row.job_name, row.detail].filter(Boolean).join(", ")}
              </div>
            </div>
            <span className={classes.buttons}>
              <Button small onClick={() => act(row.shop_id, row.job_id, true)}>
                {row.publish}
              </Button>
              <Button kind="quiet" small onClick={() => act(row.shop_id, row.job_id, false)}>
                {row.withdraw}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <Button kind="quiet" combo="escape" onClick={onClose}>
          {t.common.close}
        </Button>
        <Button onClick={() => act("", "", false)}>{t.held.withdrawAll}</Button>
      </div>
    </Modal>
  );
}
