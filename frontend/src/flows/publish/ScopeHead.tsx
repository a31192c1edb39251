import { useShop } from "@/api";
import type { Job, PublishPlan } from "@/contract";
import { exportsFile } from "@/domain/shop";
import { shopCode } from "@/domain/shopCode";
import { t } from "@/strings";
import classes from "./ScopeDialog.module.css";

interface ScopeHeadProps {
  job: Job | undefined;
  plan: PublishPlan | undefined;
}

/** The shop's name, large, and the job. */
export function ScopeHead({ job, plan }: ScopeHeadProps) {
  const shop = useShop(job?.shop_id);
  if (!job || !shop) return t.publishing.asking;
  return (
    <>
      {plan && plan.count === 0 && <span className={classes.sr}>{t.publishScopes.nothing} </span>}
      <span className={classes.code} aria-hidden="true">
        {shopCode(shop)}
      </span>
      <span className={classes.shop}>
        <small>{t.publishScopes.to(job.field, exportsFile(shop))} </small>
        <b>{shop.name}</b>
      </span>
      <span className={classes.job}>
        <span>{shop.domain}</span>
        <span>{t.publishScopes.job(job.id, job.name, job.counts.successful)}</span>
      </span>
    </>
  );
}
