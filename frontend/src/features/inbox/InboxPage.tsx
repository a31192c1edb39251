import { useEffect, useRef, useState } from "react";
import { describeError, useInbox, useNextDrafts } from "@/api";
import type { Inbox, Item, ReviewTab, ShopOrder } from "@/contract";
import { paceOf } from "@/flows/reading/pace";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Kbd } from "@/ui/Kbd";
import { useKeys } from "@/ui/keys/useKeys";
import { Page, PageHead, Spring, Tools } from "@/ui/Page";
import { Picker } from "@/ui/Picker";
import { SearchField } from "@/ui/SearchField";
import { Empty, ErrorState, Loading } from "@/ui/States";
import { Tabs } from "@/ui/Tabs";
import type { Point } from "@/ui/table/RowMenu";
import { useRowMenu } from "@/ui/table/useRowMenu";
import { foldKeys } from "./foldKeys";
import { InboxLine, InboxTableHead } from "./InboxLine";
import classes from "./inbox.module.css";
import { DRAFTS_SHOWN, type Folded, type InboxRow, opened, rowsOf, step } from "./rows";
import { useDraftKeys } from "./useDraftKeys";

export interface InboxPageProps {
  tab: ReviewTab;
  search: string;
  order: ShopOrder;
  onTab: (tab: ReviewTab) => void;
  onSearch: (search: string) => void;
  onOrder: (order: ShopOrder) => void;
  /** Reads from a draft on, or from the first one of "all", a shop or a job. */
  onRead: (of: string, from: Item | undefined, job: string) => void;
  /** The draft that is being read over the page. */
  reading: string | undefined;
  children?: React.ReactNode;
}

const ORDERS = (["", "oldest", "name"] as const).map((value) => ({
  value,
  label: t.inbox.orders[value],
}));

/** All drafts that nobody decided, by shop and job. */
export function InboxPage(props: InboxPageProps) {
  const { tab, search, order } = props;
  const inbox = useInbox({ tab, search, order });
  const words = t.inbox;
  const { data } = inbox;
  return (
    <Page>
      <PageHead
        title={words.title}
        aside={
          data && data.left > 0
            ? words.summary(
                data.left,
                (data.shops ?? []).length,
                paceOf(data.seconds_per_draft, data.left),
              )
            : undefined
        }
      >
        <SearchField label={words.search} value={search} onChange={props.onSearch} />
        {data && data.left > 0 && <ReadAll inbox={data} onRead={props.onRead} />}
      </PageHead>
      <Tools>
        <Tabs label={words.tabs} tabs={tabsOf(data)} value={tab} onChange={props.onTab} />
        <Spring />
        <Picker label={words.order} options={ORDERS} value={order} small onChange={props.onOrder} />
      </Tools>
      {!data && !inbox.error && <Loading />}
      {inbox.error && (
        <ErrorState trouble={describeError(inbox.error)} onRetry={() => inbox.refetch()} />
      )}
      {data?.left === 0 && <Empty>{emptyText(props)}</Empty>}
      {data && data.left > 0 && <InboxList {...props} inbox={data} />}
      {props.children}
    </Page>
  );
}

function emptyText({ tab, search }: InboxPageProps): string {
  if (search !== "") return t.inbox.noMatch(search);
  return tab === "" ? t.inbox.nothing : t.inbox.noneInTab;
}

function tabsOf(inbox: Inbox | undefined) {
  const counts = inbox?.tabs;
  return (
    [
      { key: "", count: counts?.all },
      { key: "warned", count: counts?.warned, mark: "warning" },
      { key: "low", count: counts?.low },
      { key: "rewritten", count: counts?.rewritten },
      { key: "today", count: counts?.today },
    ] as const
  ).map(({ key, count }) => ({ key, count, label: t.inbox.tab[key] }));
}

function ReadAll({ inbox, onRead }: { inbox: Inbox } & Pick<InboxPageProps, "onRead">) {
  const first = inbox.shops?.[0]?.jobs?.[0];
  const read = () => first && onRead("all", undefined, first.id);
  useKeys("page", [{ combos: ["mod+enter"], label: t.inbox.keys.readAll, run: read }]);
  return (
    <Button kind="primary" combo="mod+enter" onClick={read}>
      {t.inbox.read(inbox.left)}
    </Button>
  );
}

function InboxList({ inbox, tab, search, onRead, ...props }: InboxPageProps & { inbox: Inbox }) {
  const [chosen, setChosen] = useState<Folded>();
  const folded = opened(inbox, chosen);
  const openJob = (inbox.shops ?? [])
    .find(({ id }) => id === folded.shop)
    ?.jobs?.find(({ id }) => id === folded.job);
  const next = useNextDrafts(
    openJob && { job: openJob.id, tab, search: openJob.named ? "" : search, order: "review" },
    DRAFTS_SHOWN + SPARE,
  );
  // Skipped drafts leave the page for now, and stay to review.
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const drafts = (next.data ?? []).filter(({ id }) => !skipped.has(id));
  const rows = rowsOf(inbox, folded, drafts);
  const { cursor, setCursor } = useRowCursor(rows);
  const here = rows[cursor];

  const fold = (row: InboxRow, open: boolean) => {
    if (row.kind === "shop")
      return setChosen({
        shop: open ? row.id : undefined,
        job: open ? row.shop.jobs?.[0]?.id : undefined,
      });
    if (row.kind === "job")
      return setChosen({ shop: row.shop.id, job: open ? row.job.id : undefined });
    if (!open) setCursor(rows.findIndex((one) => one.kind === "job" && one.job.id === row.job.id));
  };
  const read = (row: InboxRow | undefined) => {
    if (!row) return;
    if (row.kind === "shop") {
      const first = row.shop.jobs?.[0];
      if (first) onRead(row.id, undefined, first.id);
    } else {
      onRead(
        row.kind === "draft" ? "all" : row.job.id,
        row.kind === "draft" ? row.item : undefined,
        row.job.id,
      );
    }
  };
  const dialog = useDraftKeys(here, (item) => setSkipped(new Set([...skipped, item.id])));
  const move = (by: 1 | -1) => setCursor(step(rows, cursor, by));
  const list = useRef<HTMLDivElement>(null);
  const rowMenu = useRowMenu(() => list.current?.focus());
  const openMenu = (index: number, row: HTMLElement | null, mouse?: Point) => {
    if (!row?.dataset.row) return;
    setCursor(index);
    rowMenu.open(row, mouse);
  };
  useKeys("page", [
    { combos: ["arrowdown", "j"], label: t.keys.next, run: () => move(1), repeats: true },
    { combos: ["arrowup", "k"], label: t.keys.previous, run: () => move(-1), repeats: true },
    { combos: ["home"], label: t.keys.firstRow, run: () => setCursor(step(rows, -1, 1)) },
    { combos: ["end"], label: t.keys.lastRow, run: () => setCursor(step(rows, rows.length, -1)) },
    ...foldKeys(here, fold),
    { combos: ["enter"], label: t.inbox.readFrom, run: () => read(here), onRow: true },
    { combos: ["space"], label: t.jobs.items.preview, run: () => read(here), onRow: true },
  ]);
  // The draft that is read is the one under the cursor when its preview closes.
  const { reading } = props;
  useEffect(() => {
    const at = reading === undefined ? -1 : rows.findIndex(({ id }) => id === reading);
    if (at >= 0) setCursor(at);
  }, [reading, rows, setCursor]);

  return (
    <>
      <div
        className={classes.list}
        ref={list}
        role="treegrid"
        tabIndex={0}
        aria-label={t.inbox.title}
        aria-activedescendant={here && `inbox-${cursor}`}
        onContextMenu={(event) => {
          // The menu key, which is pressed on the list.
          if (event.target !== list.current) return;
          event.preventDefault();
          openMenu(cursor, document.getElementById(`inbox-${cursor}`));
        }}
      >
        {rowMenu.menu}
        <InboxTableHead pace={inbox.seconds_per_draft} />
        {rows.map((row, index) => (
          <InboxLine
            key={row.id}
            id={`inbox-${index}`}
            row={row}
            current={index === cursor}
            pace={inbox.seconds_per_draft}
            onPoint={() => setCursor(index)}
            onMenu={(event) => {
              event.preventDefault();
              openMenu(index, event.currentTarget, { x: event.clientX, y: event.clientY });
            }}
            onFold={(open) => {
              setCursor(index);
              fold(row, open);
            }}
            onRead={() => read(row)}
          />
        ))}
      </div>
      <KeyBar />
      {dialog}
    </>
  );
}

/** Drafts fetched beyond those shown: what takes the place of a decided one is there at once. */
const SPARE = 20;

/** The line that keys act on. It starts at the first job, and stays in place when lines leave. */
function useRowCursor(rows: InboxRow[]) {
  const [at, setAt] = useState(1);
  const within = Math.max(0, Math.min(at, rows.length - 1));
  const cursor = rows[within]?.kind === "more" ? step(rows, within, -1) : within;
  useEffect(() => {
    document.getElementById(`inbox-${cursor}`)?.scrollIntoView({ block: "nearest" });
  }, [cursor]);
  return { cursor, setCursor: setAt };
}

function KeyBar() {
  const words = t.inbox.keys;
  const keys: [string[], string][] = [
    [["arrowup", "arrowdown"], words.move],
    [["arrowleft", "arrowright"], words.fold],
    [["enter"], words.readHere],
    [["space"], words.preview],
    [["a"], words.approve],
    [["r"], words.reject],
    [["s"], words.skip],
    [["g"], words.regenerate],
    [["mod+z"], words.undo],
  ];
  return (
    <div className={classes.keys}>
      {keys.map(([combos, label]) => (
        <span key={label}>
          {combos.map((combo) => (
            <Kbd key={combo} combo={combo} />
          ))}
          {label}
        </span>
      ))}
    </div>
  );
}
