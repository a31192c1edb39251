import { Checkbox, Modal } from "@mantine/core";
import "@/ui/theme/modal.css";
import { type Ref, useEffect, useRef, useState } from "react";
import { describeError, perform, useJob, usePublish, useScopePlan, useShop } from "@/api";
import type { PublishPlan, PublishScope } from "@/contract";
import { publishingWords } from "@/domain/publishingWords";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { useKeys } from "@/ui/keys/useKeys";
import { Loading, TroubleText } from "@/ui/States";
import { tellLeftOut } from "../tellLeftOut";
import { ScopeChoice } from "./ScopeChoice";
import classes from "./ScopeDialog.module.css";
import { ScopeHead } from "./ScopeHead";
import { StaysOut } from "./StaysOut";

interface ScopeDialogProps {
  job: string;
  /** The scope that is chosen at first. */
  first: PublishScope;
  onDone: () => void;
  onConflicts: (() => void) | undefined;
  onClose: () => void;
}

const scopes = ["approved", "without_warnings", "all"] as const;

/**
 * Publishes what a whole job has ready: asks which drafts, says what they replace, what stays out and the way back. The
 * button confirms the plan that is shown. Drafts that nobody opened need a tick.
 */
export function ScopeDialog({ job: id, first, onDone, onConflicts, onClose }: ScopeDialogProps) {
  const [scope, setScope] = useState<PublishScope>(first);
  const [ticked, setTicked] = useState<string>();
  const asked = useScopePlan(id, scope);
  const publish = usePublish();
  const job = useJob(id).data;
  const words = publishingWords(useShop(job?.shop_id));
  const plan = asked.data;
  // While another scope is being planned, the last plan is still on screen: it cannot be confirmed.
  const current = plan !== undefined && !asked.isPlaceholderData && plan.scope === scope;
  const needsTick = current && plan.unopened > 0 && plan.count > 0;
  const ready = current && plan.count > 0 && (!needsTick || ticked === plan.plan);
  const confirm = () => {
    if (!ready || publish.isPending) return;
    perform(publish, plan.plan, {
      onSuccess: (done) => {
        tellLeftOut(done, words.queued);
        onDone();
      },
    });
  };
  const tick = useRef<HTMLInputElement>(null);
  const primary = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!current) return;
    (needsTick ? tick : primary).current?.focus();
  }, [current, needsTick]);
  useKeys("question", [
    ...scopes.map((to, index) => ({
      combos: [String(index + 1)],
      label: t.publishScopes.names[to],
      run: () => setScope(to),
    })),
    {
      combos: ["mod+enter"],
      label: words.button(plan?.count ?? 0),
      run: confirm,
      inFields: true,
      off: !ready,
    },
  ]);
  const trouble = asked.error ?? publish.error;
  return (
    <Modal
      opened
      onClose={onClose}
      title={<ScopeHead job={job} plan={plan} />}
      size="42.5rem"
      zIndex={400}
      classNames={{
        header: classes.head ?? "",
        title: classes.title ?? "",
        body: classes.body ?? "",
      }}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      {!plan && asked.isPending && <Loading />}
      {plan && (
        <>
          <ScopeChoice figures={plan.scopes ?? []} value={scope} onChange={setScope} />
          <PlanParts plan={plan} onConflicts={onConflicts} />
        </>
      )}
      {plan && needsTick && (
        <Tick
          plan={plan}
          ref={tick}
          ticked={ticked === plan.plan}
          onTick={(on) => setTicked(on ? plan.plan : undefined)}
          onEnter={confirm}
        />
      )}
      {trouble && (
        <div className={classes.tick}>
          <TroubleText trouble={describeError(trouble)} />
        </div>
      )}
      <Foot
        plan={plan}
        ready={ready}
        busy={publish.isPending}
        primary={primary}
        onConfirm={confirm}
        onClose={onClose}
      />
    </Modal>
  );
}

interface PlanPartsProps {
  plan: PublishPlan;
  onConflicts: (() => void) | undefined;
}

/** What is replaced, what stays out, and the way back. */
function PlanParts({ plan, onConflicts }: PlanPartsProps) {
  const words = t.publishScopes;
  return (
    <>
      {plan.count > 0 && (
        <section className={classes.part}>
          <h3>{words.replaces}</h3>
          <p>{words.replacesText(plan)}</p>
        </section>
      )}
      <StaysOut left={plan.left} scope={plan.scope} onConflicts={onConflicts} />
      {plan.count > 0 && (
        <section className={classes.part}>
          <h3>{words.wayBack}</h3>
          <p>{words.wayBackText(plan)}</p>
        </section>
      )}
    </>
  );
}

interface TickProps {
  plan: PublishPlan;
  ticked: boolean;
  onTick: (on: boolean) => void;
  onEnter: () => void;
  ref: Ref<HTMLInputElement>;
}

/** What nobody opened goes only with a tick; Enter in it confirms. */
function Tick({ plan, ticked, onTick, onEnter, ref }: TickProps) {
  const words = t.publishingWords[plan.shop_kind === "file" ? "collected" : "published"];
  return (
    <div className={classes.tick}>
      <Checkbox
        ref={ref}
        size="sm"
        checked={ticked}
        onChange={(event) => onTick(event.currentTarget.checked)}
        onKeyDown={(event) => event.key === "Enter" && onEnter()}
        label={t.publishScopes.tick(plan.unopened, plan.count, words)}
      />
    </div>
  );
}

interface FootProps {
  plan: PublishPlan | undefined;
  ready: boolean;
  busy: boolean;
  primary: Ref<HTMLButtonElement>;
  onConfirm: () => void;
  onClose: () => void;
}

function Foot({ plan, ready, busy, primary, onConfirm, onClose }: FootProps) {
  const words = t.publishingWords[plan?.shop_kind === "file" ? "collected" : "published"];
  const something = plan !== undefined && plan.count > 0;
  return (
    <div className={classes.foot}>
      <span>{something && t.publishScopes.pace(plan.seconds, plan.shop_kind)}</span>
      <Button kind="quiet" combo="escape" onClick={onClose}>
        {t.common.cancel}
      </Button>
      {something && (
        <Button kind="primary" ref={primary} busy={busy} disabled={!ready} onClick={onConfirm}>
          {words.button(plan.count)}
        </Button>
      )}
    </div>
  );
}
