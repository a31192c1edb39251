import { useState } from "react";
import type { AlikeGroup, Field, ShopOverview } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { AlikeMembers } from "./AlikeMembers";
import { AlikeRow } from "./AlikeRow";
import classes from "./alike.module.css";

/** What a new job is to write: a field of products, or collections. */
export interface NewJobOf {
  field: Field;
  places: string[];
}

interface LiveGroupsProps {
  shop: ShopOverview;
  groups: AlikeGroup[];
  onKeep: (groups: AlikeGroup[]) => void;
  onNewJob: (of: NewJobOf) => void;
}

/** Groups of texts that the shop has now in other fields: a new job writes them. */
export function LiveGroups({ shop, groups, onKeep, onNewJob }: LiveGroupsProps) {
  const [open, setOpen] = useState<string>();
  return (
    <>
      <div className={classes.section}>
        <h2>{t.alike.live}</h2>
      </div>
      <ul>
        {groups.map((group) => {
          const title = t.alike.liveTitle(group);
          const places = (group.live ?? []).map(({ place_id }) => place_id);
          return (
            <AlikeRow
              key={group.id}
              id={group.id}
              title={title}
              about={t.alike.liveAbout(group.live_total)}
              size={group.live_total}
              state={[t.alike.notInJob, ""]}
              current={false}
              open={open === group.id}
              chosen={undefined}
              onChoose={() => {}}
              onOpen={() => setOpen(open === group.id ? undefined : group.id)}
              onCurrent={() => {}}
              texts={
                <AlikeMembers
                  id={`${group.id}-texts`}
                  group={group}
                  shop={shop}
                  jobOnly={false}
                  onPreview={() => {}}
                />
              }
            >
              <Button small label={t.alike.keepLabel(title)} onClick={() => onKeep([group])}>
                {t.alike.keep}
              </Button>
              <Button small onClick={() => onNewJob({ field: group.field, places })}>
                {t.alike.write(places.length, group.field)}
              </Button>
            </AlikeRow>
          );
        })}
      </ul>
    </>
  );
}
