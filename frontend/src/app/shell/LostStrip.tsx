import { t } from "@/strings";
import { Strip } from "@/ui/Strip";

/** Says, for as long as it lasts, that the backend is out of reach. */
export function LostStrip() {
  return (
    <Strip shape="offline" title={t.shell.lostStrip}>
      {t.shell.lostStripRest}
    </Strip>
  );
}
