import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { itemsAt, useInbox } from "@/api";
import type { Inbox, Item } from "@/contract";
import { asShown } from "@/domain/item";
import { jobsToRead, leftOf, type Outcome, outcomeOf, type Reading } from "@/flows/reading/reading";
import { usePublishing } from "@/flows/usePublishing";
import { duration } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { useKeys } from "@/ui/keys/useKeys";
import { Page } from "@/ui/Page";
import { Loading } from "@/ui/States";
import { Thumb } from "@/ui/Thumb";
import text from "@/ui/text.module.css";
import classes from "./inbox.module.css";

interface EndPageProps {
  reading: Reading;
  /** Reads what is left of "all", a shop or a job, in every tab. */
  onRead: (of: string, job: string) => void;
  onInbox: () => void;
}

/** The end of reading: what was decided, and what comes next. */
export function EndPage(props: EndPageProps) {
  const { reading } = props;
  useEffect(() => {
    reading.ended = true;
  }, [reading]);
  const byJob = new Map<string, number[]>();
  for (const { job, position } of reading.shown) {
    byJob.set(job, [...(byJob.get(job) ?? []), position]);
  }
  const items = useQuery({
    queryKey: ["job", "read", reading.startedAt, reading.shown.length],
    queryFn: async () =>
      (await Promise.all([...byJob].map(([job, positions]) => itemsAt(job, positions)))).flat(),
  });
  const inbox = useInbox();
  if (!items.data || !inbox.data) return <Loading />;
  return <Ended {...props} inbox={inbox.data} items={items.data} />;
}

function Ended({
  reading,
  inbox,
  items,
  onRead,
  onInbox,
}: EndPageProps & { inbox: Inbox; items: Item[] }) {
  const words = t.inbox;
  const outcome = outcomeOf(reading.shown, items);
  const left = leftOf(inbox, reading.jobs) ?? 0;
  const next = (inbox.shops ?? []).find(
    (shop) => !reading.jobs.some((job) => job.shop === shop.id) && shop.left > 0,
  );
  const first = jobsToRead(inbox, reading.of, "").find(Boolean) ?? reading.jobs[0];
  const readOthers = () => first && onRead(reading.of, first.id);
  const readNext = () => next?.jobs?.[0] && onRead(next.id, next.jobs[0].id);
  useKeys("page", [
    ...(left > 0 ? [{ combos: ["enter"], label: words.readOthers(left), run: readOthers }] : []),
    ...(next
      ? [{ combos: ["j"], label: words.nextShop(next.name, next.left), run: readNext }]
      : []),
    { combos: ["escape"], label: words.toInbox, run: onInbox },
  ]);
  return (
    <Page>
      <header className={classes.end}>
        <h1>
          <Icon shape="check" /> {words.done(partsOf(outcome))}
        </h1>
        <p>
          {words.youRead(items.length, whereOf(reading), duration(Date.now() - reading.startedAt))}{" "}
          {words.othersLeft(left)}
        </p>
        <div className={classes.actions}>
          <PublishApproved approved={outcome.approved} reading={reading} />
          {left > 0 && (
            <Button combo="enter" onClick={readOthers}>
              {words.readOthers(left)}
            </Button>
          )}
          {next && (
            <Button kind="quiet" combo="j" onClick={readNext}>
              {words.nextShop(next.name, next.left)}
            </Button>
          )}
          <Button kind="quiet" combo="escape" onClick={onInbox}>
            {words.toInbox}
          </Button>
        </div>
      </header>
      <div className={classes.results}>
        <Results
          head={words.beingRewritten(outcome.rewriting.length, outcome.back.length)}
          items={[...outcome.back, ...outcome.rewriting]}
          note={(item) => (outcome.back.includes(item) ? words.isBack : words.rewriting)}
        />
        <Results head={words.rejectedHead(outcome.rejected.length)} items={outcome.rejected} />
        <Results head={words.skippedHead(outcome.skipped.length)} items={outcome.skipped} />
      </div>
    </Page>
  );
}

function partsOf({ approved, rejected, rewriting, published }: Outcome) {
  const words = t.inbox;
  return [
    { n: approved.length, word: words.approved },
    { n: published.length, word: words.published },
    { n: rejected.length, word: words.rejected },
    { n: rewriting.length, word: words.rewriting },
  ].filter(({ n }) => n > 0);
}

/** "Belfrie Studio, 88 Collection Summer"; of several jobs the shops. */
function whereOf({ jobs, shown }: Reading): string {
  const read = jobs.filter((job) => shown.some((one) => one.job === job.id));
  const [only] = read;
  if (only && read.length === 1) return `${only.shopName}, ${only.id} ${only.name}`;
  return t.inbox.places([...new Set(read.map((job) => job.shopName))]);
}

/** A button for each job with approved drafts; P is the first one's key. */
function PublishApproved({ approved, reading }: { approved: Item[]; reading: Reading }) {
  const jobs = reading.jobs
    .map((job) => ({
      job,
      items: approved.filter((item) => item.job_id === job.id && item.can.publish),
    }))
    .filter(({ items }) => items.length > 0);
  return jobs.map(({ job, items }, index) => (
    <PublishButton
      key={job.id}
      job={job.id}
      items={items}
      label={
        jobs.length === 1
          ? t.inbox.publish(items.length)
          : t.inbox.publishIn(items.length, job.shopName)
      }
      first={index === 0}
    />
  ));
}

function PublishButton(props: { job: string; items: Item[]; label: string; first: boolean }) {
  const publishing = usePublishing(props.job);
  const publish = () => publishing.publish(props.items.map(asShown));
  useKeys("page", props.first ? [{ combos: ["p"], label: props.label, run: publish }] : []);
  return (
    <>
      <Button
        kind={props.first ? "primary" : undefined}
        combo={props.first ? "p" : undefined}
        onClick={publish}
      >
        {props.label}
      </Button>
      {publishing.dialog}
    </>
  );
}

function Results(props: { head: string; items: Item[]; note?: (item: Item) => string }) {
  if (props.items.length === 0) return null;
  return (
    <section>
      <h2>{props.head}</h2>
      <ul>
        {props.items.map((item) => (
          <li key={item.id}>
            <Thumb src={item.thumbnail} />
            <span className={`${text.b} ${text.cut}`}>{item.place.title}</span>
            <span className={text.grow} />
            <span className={`${text.xs} ${text.mut}`}>{props.note?.(item)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
