import { Modal } from "@mantine/core";
import "@/ui/theme/modal.css";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { describeError, useOutbox } from "@/api";
import type { OutboxPart, ShopOverview, WithdrawRequest } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { ErrorState, Loading, ReasonDetails } from "@/ui/States";
import text from "@/ui/text.module.css";
import classes from "./OutboxDialog.module.css";
import { WithdrawDialog } from "./WithdrawDialog";

interface OutboxDialogProps {
  shop: ShopOverview;
  onClose: () => void;
}

/** What is queued for a shop, by job; each can be opened or withdrawn. */
export default function OutboxDialog({ shop, onClose }: OutboxDialogProps) {
  const outbox = useOutbox(shop.id);
  const [asking, setAsking] = useState<{ request: WithdrawRequest; n: number }>();
  const navigate = useNavigate();
  const parts = outbox.data ?? [];
  const ask = (job: string, n: number) =>
    setAsking({ request: { shop_id: shop.id, job_id: job, item_ids: [] }, n });
  const show = (job: string) => {
    onClose();
    void navigate({
      to: "/s/$shop/jobs/$job",
      params: { shop: shop.id, job },
      search: { show: "waiting" },
    });
  };
  if (asking) return <WithdrawDialog {...asking} onClose={() => setAsking(undefined)} />;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.outbox.title(shop.name)}
      withCloseButton={false}
      size="36rem"
      zIndex={300}
    >
      {shop.halted && (
        <div>
          <p>{shop.halted.message}</p>
          <ReasonDetails reason={shop.halted} />
        </div>
      )}
      {outbox.isPending && <Loading />}
      {outbox.error && (
        <ErrorState trouble={describeError(outbox.error)} onRetry={() => outbox.refetch()} />
      )}
      {outbox.data && parts.length === 0 && <p>{t.outbox.nothing}</p>}
      <ul className={classes.parts}>
        {parts.map((part) => (
          <Part key={part.job_id} part={part} onShow={show} onWithdraw={ask} />
        ))}
      </ul>
      <div className={classes.actions}>
        <Button kind="quiet" combo="escape" onClick={onClose}>
          {t.common.close}
        </Button>
        {shop.waiting > 0 && (
          <Button onClick={() => ask("", shop.waiting)}>
            {t.outbox.withdrawAll(shop.waiting)}
          </Button>
        )}
      </div>
    </Modal>
  );
}

interface PartProps {
  part: OutboxPart;
  onShow: (job: string) => void;
  onWithdraw: (job: string, n: number) => void;
}

function Part({ part, onShow, onWithdraw }: PartProps) {
  const { job_id: job, field } = part;
  return (
    <li>
      <div className={text.two}>
        <div className={`${text.b} ${text.cut}`}>
          {field === "" ? t.outbox.editor : t.outbox.job(job, field)}
        </div>
        <div className={`${text.xs} ${text.mut} ${text.cut}`}>
          {[part.job_name, t.outbox.part(part.waiting, part.undos)].filter(Boolean).join(", ")}
        </div>
      </div>
      {job !== "" && (
        <span className={classes.buttons}>
          <Button kind="quiet" small onClick={() => onShow(job)}>
            {t.outbox.show}
          </Button>
          <Button small onClick={() => onWithdraw(job, part.waiting)}>
            {t.outbox.withdraw(part.waiting)}
          </Button>
        </span>
      )}
    </li>
  );
}
