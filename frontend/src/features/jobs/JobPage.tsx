import { useState } from "react";
import { describeError, useJob } from "@/api";
import type { Job } from "@/contract";
import { isHtml } from "@/domain/fields";
import { usePublishing } from "@/flows/usePublishing";
import { Page, WithPanel } from "@/ui/Page";
import { ErrorState, Loading } from "@/ui/States";
import { AlikeTab } from "./alike/AlikeTab";
import type { NewJobOf } from "./alike/LiveGroups";
import { FirstKeys } from "./FirstKeys";
import { ItemList } from "./ItemList";
import { JobHead } from "./JobHead";
import { JobNews } from "./JobNews";
import { JobNumbers } from "./JobNumbers";
import { PublishResult } from "./PublishResult";
import type { JobPageProps } from "./props";
import { ItemTable } from "./table/ItemTable";
import { ViewSwitch } from "./table/ViewSwitch";
import { usePublishRun } from "./usePublishRun";
import { useRewriteNews } from "./useRewriteNews";

/** One job: its numbers on top, its items below, the preview one key away. */
export function JobPage(props: JobPageProps) {
  const job = useJob(props.job);
  if (job.data) return <KnownJob {...props} known={job.data} />;
  if (job.error) {
    return <ErrorState trouble={describeError(job.error)} onRetry={() => job.refetch()} />;
  }
  return <Loading />;
}

function KnownJob({ known, children, ...props }: JobPageProps & { known: Job }) {
  const publishing = usePublishing(known.id, () => props.onFilter("conflict"));
  const { run, dismiss } = usePublishRun(known);
  useRewriteNews(known);
  const [newJob, setNewJob] = useState<NewJobOf>();
  const [headTools, setHeadTools] = useState<HTMLElement | null>(null);
  const short = !isHtml(known.field);
  const inTable = short && props.view === "table";
  const panel = newJob && props.newJob(newJob, () => setNewJob(undefined));
  const page = (
    <Page>
      <JobHead
        shop={props.shop}
        job={known}
        publishing={publishing}
        onBack={props.onBack}
        onHelp={props.onHelp}
        onCompare={props.onCompare}
      >
        {short && <ViewSwitch view={props.view} onView={props.onView} />}
        <span ref={setHeadTools} />
      </JobHead>
      <JobNumbers job={known} run={run} halted={props.shop.halted !== null} />
      <PublishResult
        job={known}
        run={run}
        onShowFailed={() => props.onFilter("failed")}
        onShowConflicts={() => props.onFilter("conflict")}
        onDismiss={dismiss}
      />
      <FirstKeys job={known} />
      <JobNews job={known} run={run} shop={props.shop} />
      {inTable ? (
        <ItemTable {...props} known={known} publishing={publishing} headTools={headTools} />
      ) : props.filter === "alike" ? (
        <AlikeTab
          shop={props.shop}
          job={known}
          onFilter={props.onFilter}
          onPreview={props.onPreview}
          onNewJob={setNewJob}
        />
      ) : (
        <ItemList {...props} known={known} publishing={publishing} headTools={headTools} />
      )}
      {publishing.dialog}
      {children}
    </Page>
  );
  return <WithPanel panel={panel}>{page}</WithPanel>;
}
