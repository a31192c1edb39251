import { useState } from "react";
import type { AlikeGroup, ItemMark, ShopOverview } from "@/contract";
import { publishingWords } from "@/domain/publishingWords";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { Mark } from "@/ui/Mark";
import { Thumb } from "@/ui/Thumb";
import text from "@/ui/text.module.css";
import { AlikeText } from "./AlikeText";
import classes from "./alike.module.css";

/** How many texts of an open group are shown at first. */
const FIRST = 4;

interface AlikeMembersProps {
  id: string;
  group: AlikeGroup;
  shop: Pick<ShopOverview, "kind">;
  /** Texts of the shop are left out. */
  jobOnly: boolean;
  onPreview: (position: number) => void;
}

/** The texts of a group. */
export function AlikeMembers({ id, group, shop, jobOnly, onPreview }: AlikeMembersProps) {
  const [all, setAll] = useState(false);
  const drafts = group.drafts ?? [];
  const live = jobOnly ? [] : (group.live ?? []);
  const shown = all ? drafts.length : Math.min(FIRST, drafts.length);
  const shownLive = all ? live.length : Math.min(Math.max(1, FIRST - shown), live.length);
  const total = group.drafts_total + (jobOnly ? 0 : group.live_total);
  const listed = shown + shownLive;
  const tall = group.kind === "near";
  return (
    <ul id={id} className={classes.members} data-tall={tall || undefined}>
      {drafts.slice(0, shown).map((draft) => (
        <li key={draft.item_id} className={classes.member}>
          <Thumb src={draft.picture} size={28} />
          <span className={`${text.cut} ${text.b}`}>{draft.title}</span>
          <p>
            <AlikeText parts={draft.parts} />
          </p>
          <Mark of={markOf(draft.mark, shop)} />
          <Button
            kind="quiet"
            small
            label={t.alike.previewOf(draft.title)}
            onClick={() => onPreview(positionOf(draft.item_id))}
          >
            {t.alike.preview}
          </Button>
        </li>
      ))}
      {live.slice(0, shownLive).map((place) => (
        <li key={place.place_id} className={classes.member}>
          <span className={classes.shop}>
            <Icon shape="shop" small tone="dim" />
          </span>
          <span className={`${text.cut} ${text.b}`}>{place.title}</span>
          <p>
            <AlikeText parts={place.parts} />
          </p>
          <span className={`${text.xs} ${text.mut}`}>{t.alike.liveText}</span>
        </li>
      ))}
      {(total > listed || tall) && (
        <li className={classes.more}>
          {!all && total > listed && (
            <button type="button" className={classes.link} onClick={() => setAll(true)}>
              {t.alike.showOthers(total - listed)}
            </button>
          )}
          {all && total > listed && <span>{t.alike.listed(listed)}</span>}
          {tall && <span className={text.dim}>{t.alike.boxed(total)}</span>}
        </li>
      )}
    </ul>
  );
}

function markOf(mark: ItemMark, shop: Pick<ShopOverview, "kind">) {
  return mark === "published" ? publishingWords(shop).mark : mark;
}

/** An item is named by its job and its position in it. */
export function positionOf(item: string): number {
  return Number(item.split("/")[1]);
}
