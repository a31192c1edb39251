import type { Job, ShopOverview } from "@/contract";
import { shopCode } from "@/domain/shopCode";
import text from "@/ui/text.module.css";
import classes from "./ShopLine.module.css";

/** Which shop the draft goes to, and its job: always in the head. */
export function ShopLine({ shop, job }: { shop: ShopOverview | undefined; job: Job }) {
  if (!shop) return null;
  return (
    <span className={classes.line} title={`${shop.name}, ${job.id} ${job.name}`}>
      <span className={classes.code} aria-hidden="true">
        {shopCode(shop)}
      </span>
      <b className={text.cut}>{shop.name}</b>
      <span className={`${classes.job} ${text.cut} ${text.mut}`}>
        {job.id} {job.name}
      </span>
    </span>
  );
}
