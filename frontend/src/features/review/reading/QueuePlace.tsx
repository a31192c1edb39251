import { useInbox } from "@/api";
import type { Item } from "@/contract";
import { paceOf } from "@/flows/reading/pace";
import { leftOf, type Reading } from "@/flows/reading/reading";
import { t } from "@/strings";
import text from "@/ui/text.module.css";

/** "58 left · about 9 min · next: Marlow chore jacket". */
export function QueuePlace({
  reading,
  upcoming,
}: {
  reading: Reading;
  upcoming: Item | null | undefined;
}) {
  const inbox = useInbox({ tab: reading.tab, search: reading.jobs[0]?.search ?? "" }).data;
  const left = leftOf(inbox, reading.jobs);
  const words = t.inbox;
  return (
    <span role="status" className={`${text.cut} ${text.mut}`}>
      {left !== undefined && <b>{words.place(left, paceOf(inbox?.seconds_per_draft, left))}</b>}
      {reading.tab !== "" && ` · ${words.tab[reading.tab].toLowerCase()}`}
      {upcoming && ` · ${words.next(upcoming.place.title)}`}
      {upcoming === null && ` · ${words.last}`}
    </span>
  );
}
