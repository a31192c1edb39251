import { Icon } from "@/ui/Icon";
import classes from "./bands.module.css";

/** The head of a group of jobs: their day. */
export function GroupHead({ children }: { children: string }) {
  return <div className={classes.group}>{children}</div>;
}

/** Why the job above stands still; joined to it by a line. */
export function Why({ reason }: { reason: string }) {
  return (
    <div className={classes.why}>
      <Icon shape="info" tone="warn" />
      <span title={reason}>{reason}</span>
    </div>
  );
}
