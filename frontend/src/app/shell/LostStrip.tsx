import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import classes from "./LostStrip.module.css";

/** Says, for as long as it lasts, that the backend is out of reach. */
export function LostStrip() {
  return (
    <div className={classes.strip} role="status">
      <Icon shape="offline" />
      <span>
        <b>{t.shell.lostStrip}</b> {t.shell.lostStripRest}
      </span>
    </div>
  );
}
