import { useState } from "react";
import type { ItemFilter, Job, ShopOverview } from "@/contract";
import { t } from "@/strings";
import { Spring, Tools } from "@/ui/Page";
import { Segments } from "@/ui/Segments";
import { Tabs } from "@/ui/Tabs";
import text from "@/ui/text.module.css";
import { itemTabs } from "../filters";
import { AlikeList } from "./AlikeList";
import type { Scope } from "./groups";
import type { NewJobOf } from "./LiveGroups";

interface AlikeTabProps {
  shop: ShopOverview;
  job: Job;
  onFilter: (filter: ItemFilter) => void;
  onPreview: (position: number) => void;
  onNewJob: (of: NewJobOf) => void;
}

/** The tab of a job with what is too much alike. */
export function AlikeTab({ shop, job, onFilter, onPreview, onNewJob }: AlikeTabProps) {
  const [scope, setScope] = useState<Scope>("shop");
  return (
    <>
      <Tools>
        <Tabs
          label={t.jobs.items.filters}
          tabs={itemTabs(job, "alike", shop)}
          value="alike"
          onChange={onFilter}
        />
        <Spring />
        <span className={`${text.xs} ${text.mut}`} aria-hidden="true">
          {t.alike.comparedWith}
        </span>
        <Segments
          label={t.alike.comparedWith}
          value={scope}
          onChange={setScope}
          options={[
            { value: "job", label: t.alike.job },
            { value: "shop", label: t.alike.shop(shop.name) },
          ]}
        />
      </Tools>
      <AlikeList shop={shop} job={job} scope={scope} onPreview={onPreview} onNewJob={onNewJob} />
    </>
  );
}
