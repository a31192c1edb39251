import { getRouteApi, Navigate, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { describeError, draftsToReview, useInbox, useJob } from "@/api";
import type { Inbox, Job, ReviewTab } from "@/contract";
import { useRewriteNews } from "@/features/jobs/useRewriteNews";
import { PreviewModal } from "@/features/review/PreviewModal";
import { beginReading, currentReading, jobsToRead, type Reading } from "@/flows/reading/reading";
import { notifyTrouble } from "@/ui/notify";
import { useOpenEditor } from "./useOpenEditor";

const route = getRouteApi("/review/$job/$position");

/** Reads the drafts to review one after the other, over the inbox. */
export function ReadRoute() {
  const { job } = route.useParams();
  const { q = "", tab = "", sort = "", of = job } = route.useSearch();
  const inbox = useInbox({ tab, search: q, order: sort });
  const [reading] = useState<{ of?: Reading }>({});
  if (!reading.of && inbox.data && !inbox.isPlaceholderData) {
    reading.of = readingOf(inbox.data, { of, tab, q, job });
  }
  if (inbox.data && inbox.data.left === 0 && !reading.of?.shown.length) {
    return <Navigate to="/review" search={{}} replace />;
  }
  return reading.of ? <ReadDraft reading={reading.of} /> : null;
}

/** The one under way, if the address is of it; else a new one. */
function readingOf(
  inbox: Inbox,
  { of, tab, q, job }: { of: string; tab: ReviewTab; q: string; job: string },
): Reading {
  const now = currentReading();
  if (
    now &&
    !now.ended &&
    now.of === of &&
    now.tab === tab &&
    now.jobs.some(({ id }) => id === job)
  )
    return now;
  return beginReading(of, jobsToRead(inbox, of, q), tab, "review");
}

function ReadDraft({ reading }: { reading: Reading }) {
  const { job, position } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const shop = reading.jobs.find(({ id }) => id === job)?.shop ?? "";
  const onOpen = useOpenEditor(shop);
  const onShow = (to: string, at: number) =>
    void navigate({
      to: "/review/$job/$position",
      params: { job: to, position: String(at) },
      search,
      replace: true,
    });
  const onClose = () => {
    const { of: _, ...rest } = search;
    void navigate({ to: "/review", search: rest, replace: true });
  };
  const first = position === "first";
  const narrowed = reading.jobs.find(({ id }) => id === job)?.search ?? "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each job that is read from its first draft
  useEffect(() => {
    if (!first) return;
    draftsToReview({ job, tab: reading.tab, search: narrowed, order: reading.order }, 0, 1).then(
      ([draft]) => (draft ? onShow(job, draft.position) : onClose()),
      (error) => notifyTrouble(describeError(error)),
    );
  }, [job, first]);
  if (first) return null;
  return (
    <>
      <NewsOfRewrites jobs={[...new Set([...reading.shown.map((one) => one.job), job])]} />
      <PreviewModal
        job={job}
        item={`${job}/${position}`}
        position={Number(position)}
        filter="to_review"
        search=""
        onShow={(to) => onShow(job, to)}
        onOpen={onOpen}
        onClose={onClose}
        queue={{ reading, onShow, onEnd: () => void navigate({ to: "/review/end", search: {} }) }}
      />
    </>
  );
}

/** Tells how writing drafts again ended in the jobs that were read, also where it failed. */
function NewsOfRewrites({ jobs }: { jobs: string[] }) {
  return jobs.map((job) => <NewsOfJob key={job} job={job} />);
}

function NewsOfJob({ job }: { job: string }) {
  const { data } = useJob(job);
  return data ? <Rewrites job={data} /> : null;
}

function Rewrites({ job }: { job: Job }) {
  useRewriteNews(job);
  return null;
}
