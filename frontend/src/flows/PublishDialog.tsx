import { describeError, perform, useJob, usePublish, usePublishPlan, useShop } from "@/api";
import type { PublishPlan, PublishRequest } from "@/contract";
import { publishingWords } from "@/domain/publishingWords";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Loading } from "@/ui/States";
import { changedOf, tellLeftOut } from "./tellLeftOut";

interface PublishDialogProps {
  request: PublishRequest;
  /** How many were selected, where everything in a list is published. */
  selected?: number | undefined;
  onDone: () => void;
  onClose: () => void;
}

/** Says what would be written where and what is left out, and asks first. */
export function PublishDialog({ request, selected, onDone, onClose }: PublishDialogProps) {
  const plan = usePublishPlan(request);
  const publish = usePublish();
  const words = t.publishing;
  const shop = useShop(useJob(request.job_id).data?.shop_id);
  const publishing = publishingWords(shop);
  const collects = publishing.mark === "collected";
  const error = plan.error ?? publish.error;
  const count = plan.data?.count ?? 0;
  const confirm = () => {
    if (!plan.data || publish.isPending) return;
    perform(publish, plan.data.plan, {
      onSuccess: (done) => {
        tellLeftOut(done, publishing.queued);
        onDone();
      },
    });
  };
  return (
    <ConfirmDialog
      title={plan.data ? titleOf(plan.data, publishing) : words.asking}
      action={count > 0 ? publishing.button(count) : undefined}
      busy={publish.isPending}
      trouble={error ? describeError(error) : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      {plan.isPending && <Loading />}
      {plan.data && selected !== undefined && <ChangedList plan={plan.data} selected={selected} />}
      {selected === undefined &&
        plan.data?.changed?.map(({ item_id, product, reason }) => (
          <p key={item_id}>{t.leftOut.one(product.title, reason.message)}</p>
        ))}
      {plan.data && <PlanText plan={plan.data} overwrite={request.overwrite} collects={collects} />}
    </ConfirmDialog>
  );
}

function titleOf(plan: PublishPlan, words: ReturnType<typeof publishingWords>): string {
  if (plan.count === 0) return words.nothingTitle;
  return words.title(plan.count, plan.field, plan.shop);
}

/** Says how much of a list changed since it was selected, or left it. */
function ChangedList({ plan, selected }: { plan: PublishPlan; selected: number }) {
  const { changed, ...others } = plan.left;
  const total = Object.values(others).reduce((sum, n) => sum + n, plan.count);
  const n = changedOf(selected, { total, changed });
  const titles = (plan.changed ?? []).map(({ place }) => place.title);
  return n > 0 && <p>{t.leftOut.changedSince(n, titles)}</p>;
}

interface PlanTextProps {
  plan: PublishPlan;
  overwrite: boolean;
  collects: boolean;
}

function PlanText({ plan, overwrite, collects }: PlanTextProps) {
  const words = t.publishing;
  const left = words.leftOut(plan.left);
  if (plan.count === 0) return left && <p>{left}</p>;
  return (
    <>
      {collects ? (
        <p>{words.collects(plan.count)}</p>
      ) : (
        <p>{overwrite ? words.overwrite(plan.count) : words.replaces(plan.replaces, plan.count)}</p>
      )}
      {plan.warned > 0 && <p>{words.warned(plan.warned)}</p>}
      {plan.count > 1 && plan.unopened > 0 && <p>{words.unopened(plan.unopened)}</p>}
      {left && <p>{left}</p>}
      <p>{words.undoable}</p>
    </>
  );
}
