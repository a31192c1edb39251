import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { Kbd } from "@/ui/Kbd";
import { useKeys } from "@/ui/keys/useKeys";
import { Spare } from "@/ui/Page";
import { Segments } from "@/ui/Segments";

/** How a job's items are shown. */
export type JobView = "list" | "table";

/** Short texts can be read and written in a table; T goes from one to the other. */
export function ViewSwitch({ view, onView }: { view: JobView; onView: (view: JobView) => void }) {
  const other = view === "table" ? "list" : "table";
  useKeys("page", [{ combos: ["t"], label: t.table.toggle, run: () => onView(other) }]);
  return (
    <>
      <Segments
        label={t.table.view}
        value={view}
        onChange={onView}
        options={[
          {
            value: "list",
            label: (
              <>
                <Icon shape="bullets" small /> <Spare>{t.table.list}</Spare>
              </>
            ),
          },
          {
            value: "table",
            label: (
              <>
                <Icon shape="table" small /> <Spare>{t.table.table}</Spare>
              </>
            ),
          },
        ]}
      />
      <Kbd combo="t" />
    </>
  );
}
