import type { MouseEvent } from "react";
import { useShop } from "@/api";
import type { InboxJob, InboxShop, Item } from "@/contract";
import { draftWords, remarks } from "@/domain/item";
import { gradeOf } from "@/domain/score";
import { shopCode } from "@/domain/shopCode";
import { isClaim } from "@/domain/warning";
import { paceOf } from "@/flows/reading/pace";
import { count, daysAgo, fullDay, moment, time } from "@/lib/format";
import { t } from "@/strings";
import { Progress } from "@/ui/Bars";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { Kbd } from "@/ui/Kbd";
import { Mark } from "@/ui/Mark";
import { Score } from "@/ui/Score";
import { Thumb } from "@/ui/Thumb";
import text from "@/ui/text.module.css";
import classes from "./inbox.module.css";
import type { InboxRow } from "./rows";

interface InboxLineProps {
  id: string;
  row: InboxRow;
  current: boolean;
  /** Seconds that a draft takes, 0 if not known. */
  pace: number;
  onPoint: () => void;
  onMenu: (event: MouseEvent<HTMLElement>) => void;
  onFold: (open: boolean) => void;
  onRead: () => void;
}

/** The column heads; without a pace there is no time to name. */
export function InboxTableHead({ pace }: { pace: number }) {
  const heads = t.inbox.heads;
  return (
    <div className={classes.heads} role="row">
      <span role="columnheader" className={classes.first}>
        {heads.name}
      </span>
      <span role="columnheader">{heads.field}</span>
      <span role="columnheader">{heads.left}</span>
      <span role="columnheader">{heads.warned}</span>
      <span role="columnheader">{heads.low}</span>
      <span role="columnheader">
        {pace > 0 ? heads.about : <span className={text.sr}>{heads.about}</span>}
      </span>
      <span role="columnheader">
        <span className={text.sr}>{heads.read}</span>
      </span>
    </div>
  );
}

export function InboxLine(props: InboxLineProps) {
  const { id, row, current, onPoint } = props;
  const level = { shop: 1, job: 2, draft: 3, more: 3 }[row.kind];
  return (
    <div
      id={id}
      role="row"
      className={classes[row.kind]}
      data-current={current || undefined}
      data-row={nameOf(row)}
      aria-level={level}
      aria-selected={current}
      aria-expanded={row.kind === "shop" || row.kind === "job" ? row.open : undefined}
      onClick={onPoint}
      onDoubleClick={props.onRead}
      onContextMenu={props.onMenu}
    >
      {row.kind === "shop" && <ShopCells {...props} shop={row.shop} open={row.open} />}
      {row.kind === "job" && <JobCells {...props} job={row.job} shop={row.shop} open={row.open} />}
      {row.kind === "draft" && <DraftCells item={row.item} onRead={props.onRead} />}
      {row.kind === "more" && <More n={row.n} />}
    </div>
  );
}

function nameOf(row: InboxRow): string | undefined {
  if (row.kind === "shop") return row.shop.name;
  if (row.kind === "job") return row.job.name;
  return row.kind === "draft" ? row.item.place.title : undefined;
}

type CellsProps<T> = Omit<InboxLineProps, "row" | "id"> & T;

function Fold({
  open,
  name,
  onFold,
}: {
  open: boolean;
  name: string;
  onFold: (open: boolean) => void;
}) {
  return (
    <button
      type="button"
      className={classes.fold}
      tabIndex={-1}
      aria-label={name}
      aria-expanded={open}
      data-open={open || undefined}
      onClick={(event) => {
        event.stopPropagation();
        onFold(!open);
      }}
    >
      <Icon shape="right" small />
    </button>
  );
}

function ShopCells({ shop, open, pace, onFold }: CellsProps<{ shop: InboxShop; open: boolean }>) {
  const known = useShop(shop.id);
  return (
    <>
      <span role="gridcell" className={classes.first}>
        <Fold open={open} name={shop.name} onFold={onFold} />
        <span className={classes.code} aria-hidden="true">
          {known && shopCode(known)}
        </span>
        <span className={text.two}>
          <b className={`${text.bb} ${text.cut}`}>{shop.name}</b>
          <span className={`${text.xs} ${text.mut} ${text.cut}`}>{underShop(shop, open)}</span>
        </span>
      </span>
      <span role="gridcell" className={text.mut}>
        {t.inbox.jobs((shop.jobs ?? []).length)}
      </span>
      <span role="gridcell">
        <b className={text.bb}>{t.inbox.left(shop.left)}</b>
      </span>
      <Counts of={shop} scored={shop.scored} pace={pace} />
      <span role="gridcell" />
    </>
  );
}

/** A closed shop names its jobs, an open one how long the oldest draft waits. */
function underShop({ jobs, oldest }: InboxShop, open: boolean): string {
  if (!open)
    return (jobs ?? [])
      .map((job) => `${job.id} ${job.name}: ${t.jobs.field(job.field).toLowerCase()}`)
      .join(", ");
  if (!oldest) return "";
  return daysAgo(oldest, new Date()) === 0 ? t.inbox.oldestToday : t.inbox.oldest(fullDay(oldest));
}

function JobCells(props: CellsProps<{ job: InboxJob; shop: InboxShop; open: boolean }>) {
  const { job, shop, open, current, pace, onFold, onRead } = props;
  const words = t.inbox;
  return (
    <>
      <span role="gridcell" className={classes.first}>
        <Fold open={open} name={job.name} onFold={onFold} />
        <span className={text.two}>
          <span className={`${text.b} ${text.cut}`}>
            <span className={classes.number}>{job.id}</span> {job.name}
          </span>
          <span className={`${text.xs} ${text.dim} ${text.cut}`}>{underJob(job)}</span>
        </span>
      </span>
      <span role="gridcell" className={text.cut} title={t.jobs.field(job.field)}>
        {t.jobs.field(job.field)}
      </span>
      <span role="gridcell" className={classes.left}>
        <span className={text.xs}>
          <b className={text.bb}>{words.left(job.left)}</b>{" "}
          <span className={text.mut}>{words.of(job.total)}</span>
        </span>
        <Progress
          done={job.total - job.left}
          total={job.total}
          tone="done"
          label={`${words.left(job.left)} ${words.of(job.total)}`}
        />
      </span>
      <Counts of={job} scored={shop.scored} pace={pace} />
      <span role="gridcell" className={classes.read}>
        <Button
          small
          kind={current ? "primary" : "quiet"}
          combo={current ? "enter" : undefined}
          label={`${words.read(job.left)}, ${job.name}`}
          onClick={onRead}
        >
          {words.read(job.left)}
        </Button>
      </span>
    </>
  );
}

function underJob({ left, rewritten, started_at, finished_at }: InboxJob): string {
  if (rewritten > 0 && rewritten === left) return t.inbox.rewritten(rewritten);
  if (!started_at) return "";
  const end =
    finished_at && daysAgo(finished_at, new Date()) === 0
      ? time(finished_at)
      : moment(finished_at ?? started_at);
  return t.inbox.written(moment(started_at), end);
}

function Counts({ of, scored, pace }: { of: InboxShop | InboxJob; scored: boolean; pace: number }) {
  return (
    <>
      <span role="gridcell" className={text.xs}>
        {of.warned === 0 ? (
          <None />
        ) : (
          <span className={`${text.warn} ${text.b} ${classes.mark}`}>
            <Icon shape="warn" small tone="warn" /> {count(of.warned)}
          </span>
        )}
      </span>
      <span role="gridcell">{scored && of.low > 0 ? count(of.low) : <None />}</span>
      <span role="gridcell" className={text.mut}>
        {paceOf(pace, of.left)}
      </span>
    </>
  );
}

function None() {
  return (
    <span className={`${text.xs} ${text.dim} ${classes.mark}`}>
      <Icon shape="zero" small /> 0
    </span>
  );
}

function DraftCells({ item, onRead }: { item: Item; onRead: () => void }) {
  const shop = useShop(item.shop_id);
  const { all, words } = remarks(item);
  const first = all[0];
  const shown = shop && shop.plan !== "free" ? item.score : null;
  return (
    <>
      <span role="gridcell" className={classes.product}>
        <Thumb src={item.thumbnail} />
        <button
          type="button"
          tabIndex={-1}
          className={`${text.opener} ${text.link} ${text.b}`}
          onClick={onRead}
        >
          {item.place.title}
        </button>
      </span>
      <span role="gridcell" className={text.clamp2}>
        {draftWords(item).slice(0, 400)}
      </span>
      <span role="gridcell" className={text.two}>
        {shown && <Score total={shown.total} grade={gradeOf(shown.total)} />}
        {first && (
          <span className={`${text.xs} ${text.cut} ${text.warn} ${text.b}`} title={first.message}>
            <Icon shape={first.end > 0 ? "edit" : "warn"} small tone="warn" />{" "}
            {all.length === 1 && !isClaim(first) ? first.message : words}
          </span>
        )}
      </span>
      <span role="gridcell" className={`${text.two} ${classes.state}`}>
        <Mark of={item.mark} />
        <span className={`${text.xs} ${text.dim} ${text.cut}`}>{t.inbox.toReview}</span>
      </span>
    </>
  );
}

function More({ n }: { n: number }) {
  return (
    <span role="gridcell" className={`${text.xs} ${text.mut} ${classes.rest}`}>
      {t.inbox.more(n)} <Kbd combo="space" /> {t.inbox.keys.preview} <Kbd combo="enter" />{" "}
      {t.inbox.keys.readHere}
    </span>
  );
}
