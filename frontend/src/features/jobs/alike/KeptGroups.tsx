import { describeError, perform, useReopenAlike } from "@/api";
import type { AlikeGroup } from "@/contract";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import { notifyTrouble } from "@/ui/notify";
import text from "@/ui/text.module.css";
import classes from "./alike.module.css";

/** The groups that a person kept, each with the way back. */
export function KeptGroups(props: { shop: string; job: string; groups: AlikeGroup[] }) {
  const { shop, job, groups } = props;
  const reopen = useReopenAlike(shop, job);
  return (
    <ul aria-label={t.alike.kept(groups.length)}>
      {groups.map((group) => {
        const title = t.alike.title(group, group.live_total);
        return (
          <li key={group.id} className={classes.kept}>
            <span className={text.b}>{title}</span>
            <span className={text.mut}>
              {t.alike.keptBy(group.kept_by, moment(group.kept_at ?? ""))}
            </span>
            <button
              type="button"
              className={classes.link}
              aria-label={t.alike.takeBackLabel(title)}
              onClick={() =>
                perform(reopen, group.id, {
                  onError: (error) => notifyTrouble(describeError(error)),
                })
              }
            >
              {t.alike.takeBack}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
