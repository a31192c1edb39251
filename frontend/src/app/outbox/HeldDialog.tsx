import { Modal } from "@mantine/core";
import "@/ui/theme/modal.css";
import { useState } from "react";
import { describeError, perform, useHeldPlan, useSettleHeld } from "@/api";
import type { Held, HeldRequest } from "@/contract";
import { tellLeftOut } from "@/flows/tellLeftOut";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import text from "@/ui/text.module.css";
import { type HeldRow, heldListed, heldRows, heldTotal } from "./heldRows";
import classes from "./OutboxDialog.module.css";

interface HeldDialogProps {
  held: Held;
  onClose: () => void;
}

/** The question: publish these rows, or withdraw them. */
interface Question {
  rows: HeldRow[];
  request: HeldRequest;
  release: boolean;
}

const everything: HeldRequest = { shop_id: "", job_id: "", editor: false, field: "" };

/** What is held since the data file was restored, by shop and job, to publish or to withdraw. */
export default function HeldDialog({ held, onClose }: HeldDialogProps) {
  const [question, setQuestion] = useState<Question>();
  const rows = heldRows(held);
  if (question) {
    const close = () => setQuestion(undefined);
    return (
      <SettleHeld
        {...question}
        onClose={close}
        // When the last of them is decided, the list is empty.
        onDone={question.rows.length === rows.length ? onClose : close}
      />
    );
  }
  const ask = (of: HeldRow[], named: HeldRequest, release: boolean) => {
    const listed = { restored_at: held.restored_at, ...heldListed(of, release) };
    setQuestion({ rows: of, request: { ...named, listed }, release });
  };
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
      <ul className={classes.parts}>
        {rows.map((row) => (
          <li key={row.key}>
            <div className={text.two}>
              <div className={`${text.b} ${text.cut}`}>
                {t.held.part(row.shop, row.job, row.field)}
              </div>
              <div className={`${text.xs} ${text.mut} ${text.cut}`}>
                {[row.name, ...t.held.details(row)].filter(Boolean).join(", ")}
              </div>
            </div>
            <span className={classes.buttons}>
              <Button small onClick={() => ask([row], row.request, true)}>
                {row.waiting > 0 ? t.held.publish : t.held.resume}
              </Button>
              <Button kind="quiet" small onClick={() => ask([row], row.request, false)}>
                {row.waiting > 0 ? t.held.withdraw : t.held.cancel}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <Button kind="quiet" combo="escape" onClick={onClose}>
          {t.common.close}
        </Button>
        {rows.length > 0 && (
          <Button onClick={() => ask(rows, everything, false)}>{t.held.withdrawAll}</Button>
        )}
      </div>
    </Modal>
  );
}

interface SettleHeldProps extends Question {
  onDone: () => void;
  onClose: () => void;
}

/** Asks before held work is released or withdrawn, naming the shop and the number. */
function SettleHeld({ rows, request, release, onDone, onClose }: SettleHeldProps) {
  const plan = useHeldPlan(request, release);
  const settle = useSettleHeld();
  const shown = heldTotal(rows);
  const { publications: texts = shown.texts, jobs = shown.jobs } = plan.data ?? {};
  const total = { ...shown, texts, jobs };
  const error = plan.error ?? settle.error;
  const confirm = () => {
    if (!plan.data || settle.isPending) return;
    perform(
      settle,
      { plan: plan.data.plan, release },
      {
        onSuccess: (done) => {
          tellLeftOut(done, release ? t.leftOut.released : t.leftOut.withdrawn);
          onDone();
        },
      },
    );
  };
  const straight = rows.some((row) => row.strategy === "publish" && (row.open ?? 0) > 0);
  return (
    <ConfirmDialog
      title={release ? t.held.releaseTitle(total) : t.held.withdrawTitle(total)}
      action={plan.data && (release ? t.held.releaseButton(total) : t.held.withdrawButton(total))}
      busy={settle.isPending}
      careful={release}
      trouble={error ? describeError(error) : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{release ? t.held.releaseText : t.held.withdrawText}</p>
      {plan.data && <Gone texts={plan.data.gone_publications} jobs={plan.data.gone_jobs} />}
      {release && straight && <p>{t.held.straight}</p>}
    </ConfirmDialog>
  );
}

/** Says how much of what was listed is no longer held. */
function Gone(amount: { texts: number; jobs: number }) {
  return amount.texts + amount.jobs > 0 ? <p>{t.held.gone(amount)}</p> : null;
}
