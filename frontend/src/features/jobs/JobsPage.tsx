import { useCallback, useEffect, useMemo, useRef } from "react";
import { describeError, useJobs } from "@/api";
import type { Job, ShopOverview } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Page, PageHead, Spring, Tools } from "@/ui/Page";
import { SearchField } from "@/ui/SearchField";
import { Empty, ErrorState, Loading } from "@/ui/States";
import { Tabs } from "@/ui/Tabs";
import { isBand } from "@/ui/table/lines";
import { VirtualTable } from "@/ui/table/VirtualTable";
import text from "@/ui/text.module.css";
import type { HelpPage } from "./bands";
import { jobColumns } from "./jobColumns";
import { jobLines } from "./jobLines";
import { type JobShow, matching, tabsOf } from "./show";
import { useJobActions } from "./useJobActions";
import { useRowSteps } from "./useJobSteps";

interface JobsPageProps {
  shop: ShopOverview;
  show: JobShow;
  search: string;
  onShow: (show: JobShow) => void;
  onSearch: (search: string) => void;
  onOpen: (job: Job) => void;
  onNewJob: () => void;
  onHelp: (page: HelpPage) => void;
  /** Shows what waits to go to the shop. */
  onOutbox: () => void;
}

/** A shop's jobs, newest first: progress, what waits, and why. */
export function JobsPage(props: JobsPageProps) {
  const { shop, show, search, onShow, onSearch, onOpen, onNewJob, onHelp, onOutbox } = props;
  const jobs = useJobs(shop.id);
  const all = useMemo(() => jobs.data ?? [], [jobs.data]);
  const lines = useMemo(
    () => jobLines(matching(all, show, search), shop, new Date(), onHelp, onOutbox),
    [all, shop, show, search, onHelp, onOutbox],
  );
  const lineAt = useCallback((index: number) => lines[index], [lines]);
  const cursor = useRef(0);
  const onCursor = useCallback((index: number) => {
    cursor.current = index;
  }, []);
  const jobAt = () => {
    const line = lines[cursor.current];
    return line && !isBand(line) ? line.row : undefined;
  };
  const { actions, dialog } = useJobActions(jobAt, onOpen, true);
  const { take, dialog: asked } = useRowSteps(jobAt);
  const latest = useRef({ actions, take });
  useEffect(() => {
    latest.current = { actions, take };
  });
  const columns = useMemo(() => jobColumns(shop, latest), [shop]);
  const tabs = tabsOf(all, show, jobs.data !== undefined);

  return (
    <Page>
      <PageHead title={t.jobs.title} aside={shop.name}>
        <SearchField label={t.jobs.search} value={search} onChange={onSearch} />
        <Button kind="primary" icon="plus" combo="n" onClick={onNewJob}>
          {t.jobs.newJob}
        </Button>
      </PageHead>
      <Tools>
        <Tabs label={t.jobs.tabs.label} tabs={tabs} value={show} onChange={onShow} />
        <Spring />
        <span className={`${text.xs} ${text.dim}`}>{t.jobs.newestFirst}</span>
      </Tools>
      {jobs.isPending && <Loading />}
      {jobs.error && (
        <ErrorState trouble={describeError(jobs.error)} onRetry={() => jobs.refetch()} />
      )}
      {jobs.data && lines.length === 0 && (
        <NoJobs none={all.length === 0} show={show} search={search} onNewJob={onNewJob} />
      )}
      {lines.length > 0 && (
        <VirtualTable
          key={`${shop.id}/${show}/${search}`}
          label={t.jobs.title}
          columns={columns}
          total={lines.length}
          lineAt={lineAt}
          idOf={(job) => job.id}
          nameOf={(job) => t.jobs.open(job.id, job.name)}
          rowHeight={2.75}
          onOpen={onOpen}
          onCursor={onCursor}
        />
      )}
      {dialog}
      {asked}
    </Page>
  );
}

interface NoJobsProps {
  none: boolean;
  show: JobShow;
  search: string;
  onNewJob: () => void;
}

function NoJobs({ none, show, search, onNewJob }: NoJobsProps) {
  if (none) {
    return (
      <Empty action={<Button onClick={onNewJob}>{t.jobs.choose}</Button>}>{t.jobs.empty}</Empty>
    );
  }
  return <Empty>{search === "" ? t.jobs.noneShown[show] : t.jobs.noMatch(search)}</Empty>;
}
