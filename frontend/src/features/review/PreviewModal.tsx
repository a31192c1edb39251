import { Modal } from "@mantine/core";
import "@/ui/theme/modal.css";
import { useMediaQuery } from "@mantine/hooks";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { describeError, useProof, useShop } from "@/api";
import type { Item, ItemFilter, Proof } from "@/contract";
import { isConflict, markNote, shownMark } from "@/domain/item";
import { notesOf } from "@/domain/notes";
import { usePublishing } from "@/flows/usePublishing";
import { t } from "@/strings";
import { IconButton } from "@/ui/IconButton";
import { Kbd } from "@/ui/Kbd";
import { useKeys } from "@/ui/keys/useKeys";
import { PENDING, usePainted } from "@/ui/keys/usePainted";
import { Mark } from "@/ui/Mark";
import { notifyPlain } from "@/ui/notify";
import { Segments } from "@/ui/Segments";
import { ErrorState, Loading } from "@/ui/States";
import { Thumb } from "@/ui/Thumb";
import text from "@/ui/text.module.css";
import type { InspectorTab } from "./Inspector";
import { NoteTags } from "./NoteTags";
import { PreviewColumns, type Side } from "./PreviewColumns";
import { PreviewFooter } from "./PreviewFooter";
import classes from "./PreviewModal.module.css";
import { OvertakenBand, UnsavedBand } from "./paper/Bands";
import { RegeneratePopover } from "./RegeneratePopover";
import { RewriteBand } from "./RewriteBand";
import { QueuePlace } from "./reading/QueuePlace";
import { type QueueOptions, useQueue } from "./reading/useQueue";
import { ShopLine } from "./ShopLine";
import { type Neighbours, useNeighbours } from "./useNeighbours";
import { useOpened } from "./useOpened";
import { usePreviewActions } from "./usePreviewActions";
import { type View, viewsOf } from "./views";

const RevisionsDialog = lazy(() => import("./RevisionsDialog"));

export interface PreviewModalProps {
  job: string;
  item: string;
  /** Its position in the job. */
  position: number;
  filter: ItemFilter;
  search: string;
  onShow: (position: number) => void;
  /** Opens the editor of the item's product or collection. */
  onOpen: (item: Item) => void;
  onClose: () => void;
  /** The drafts to review are read one after the other, over jobs and shops. */
  queue?: QueueOptions | undefined;
}

/** One whole draft: as a customer sees it, beside the text it replaces, with the results of the checks. */
export function PreviewModal(props: PreviewModalProps) {
  const { job, item, onClose } = props;
  const proof = useProof(job, item);
  // While the draft loads, no key reaches the list behind.
  useKeys("dialog", [
    { combos: ["escape"], label: t.review.close, run: onClose, off: proof.data !== undefined },
  ]);
  return (
    <Modal.Root
      opened
      onClose={onClose}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.content, inner: classes.inner }}
      size="auto"
    >
      <Modal.Overlay className={classes.scrim} onClick={onClose} />
      <Modal.Content aria-label={t.review.dialog(proof.data?.item.place.title ?? item)}>
        {proof.data && <Shown {...props} proof={proof.data} arriving={proof.isPlaceholderData} />}
        {proof.isPending && <Loading />}
        {proof.error && !proof.data && (
          <ErrorState trouble={describeError(proof.error)} onRetry={() => proof.refetch()} />
        )}
      </Modal.Content>
    </Modal.Root>
  );
}

interface ShownProps extends PreviewModalProps {
  proof: Proof;
  /** The draft on screen is the previous one: the requested one is loading. */
  arriving: boolean;
}

interface PreviewProps extends ShownProps {
  neighbours: Neighbours;
  /** Where in the queue it is read. */
  place?: ReactNode;
}

/** Among the items of a list, or of the queue of what is to review. */
function Shown(props: ShownProps) {
  return props.queue ? <Queued {...props} queue={props.queue} /> : <Listed {...props} />;
}

function Listed(props: ShownProps) {
  return <Preview {...props} neighbours={useNeighbours(props)} />;
}

function Queued({ queue, ...props }: ShownProps & { queue: QueueOptions }) {
  const found = useQueue(queue, props.proof.item);
  const place = <QueuePlace reading={queue.reading} upcoming={found.upcoming} />;
  return <Preview {...props} neighbours={found} place={place} />;
}

function Preview({ proof, arriving, neighbours, place, ...props }: PreviewProps) {
  const { item } = proof;
  const painted = usePainted(arriving ? undefined : `${item.id}@${item.revision}`);
  useOpened(arriving ? undefined : item);
  const [view, setView] = useState<View>("marks");
  const [side, setSide] = useState<Side>("original");
  const { tab, setTab, wide } = useInspectorTab(proof, side, setSide);
  const publishing = usePublishing(props.job);
  const views = viewsOf(item.field);
  const actions = usePreviewActions({
    proof,
    painted,
    publishing,
    neighbours,
    views,
    view,
    setView,
    ...props,
  });
  const conflict = isConflict(item) && !actions.editing;
  const changed = item.changed !== null && !actions.editing;
  const shop = useShop(item.shop_id);
  useKeys("dialog", [
    {
      combos: ["s"],
      label: t.inbox.skip,
      run: () => neighbours.onward(() => notifyPlain(t.review.noneLeft)),
      off: actions.editing,
      shown: () => painted() && !neighbours.leaving(),
    },
  ]);

  return (
    <>
      {/* The focus begins here, on no control: then Tab goes to the first note. */}
      <div className={classes.head} tabIndex={-1} data-autofocus ref={focusOnce}>
        <Thumb src={item.thumbnail} size={28} />
        <h2>
          <button
            type="button"
            className={`${text.opener} ${text.link}`}
            disabled={actions.editing}
            onClick={() => props.onOpen(item)}
          >
            {item.place.title}
          </button>
        </h2>
        <Mark of={shownMark(item, shop)} />
        <span className={classes.standing}>{markNote(item, shop)}</span>
        <NoteTags proof={actions.paper.proof} />
        <span className={classes.grow} />
        <ShopLine shop={shop} job={proof.job} />
        {item.state === "generated" && (
          <>
            <Segments
              label={t.review.view}
              value={view}
              onChange={setView}
              options={views.map((value) => ({ value, label: t.review.views[value] }))}
            />
            <Kbd combo={actions.editing ? "mod+d" : "d"} />
          </>
        )}
        <IconButton shape="close" label={t.review.close} combo="escape" onClick={actions.leave} />
      </div>
      {!actions.editing && <RewriteBand item={item} />}
      <UnsavedBand proof={proof} editor={actions.editor} unsaved={actions.unsaved} />
      <OvertakenBand proof={proof} editor={actions.editor} />
      {arriving && <span hidden {...{ [PENDING]: "" }} />}
      <div className={classes.side} data-always={conflict || changed || undefined}>
        <Segments
          label={t.review.inspector}
          value={side}
          onChange={setSide}
          options={[
            {
              value: "original",
              label: conflict || changed ? t.conflict.compare : t.review.onShop,
            },
            { value: "inspector", label: t.review.inspector },
          ]}
        />
      </div>
      <PreviewColumns
        proof={proof}
        view={view}
        side={side}
        tab={tab}
        onTab={setTab}
        wide={wide}
        conflict={conflict}
        actions={actions}
        painted={painted}
      />
      <PreviewFooter
        item={item}
        filter={props.filter}
        neighbours={neighbours}
        place={place}
        actions={actions}
      />
      {publishing.dialog}
      {actions.regenerating && (
        <RegeneratePopover
          key={actions.regenerating.id}
          item={actions.regenerating}
          queued={place !== undefined}
          onQueued={actions.regenerated}
          onClose={actions.stopRegenerating}
        />
      )}
      {actions.comparing && (
        <Suspense>
          <RevisionsDialog proof={proof} onClose={actions.stopComparing} />
        </Suspense>
      )}
      {actions.goLiveDialog}
      {actions.changeDialog}
      {actions.unsavedDialog}
      {actions.blocksDialog}
    </>
  );
}

/** A dialog that opened while it was loading has the focus itself by now. */
function focusOnce(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}

/** Below this width the inspector takes the place of the shop's text. */
const WIDE = "(min-width: 1180px)";

/** The tab of the inspector: the one that was chosen, else the facts of a draft that opens with something to settle. */
function useInspectorTab(proof: Proof, side: Side, setSide: (side: Side) => void) {
  const wide = useMediaQuery(WIDE, window.matchMedia(WIDE).matches) ?? true;
  const [chosen, setChosen] = useState<InspectorTab>();
  const { id } = proof.item;
  const own = () =>
    ({ id, tab: notesOf(proof).some((note) => note.held) ? "facts" : "score" }) as const;
  const [opened, setOpened] = useState<{ id: string; tab: InspectorTab }>(own);
  if (opened.id !== id) setOpened(own()); // another draft: answers to one draft change no tab
  const tab = chosen ?? opened.tab;
  const setTab = (next: InspectorTab) => {
    setChosen(next);
    setSide("inspector");
  };
  const hidden = !wide && side !== "inspector";
  useKeys("dialog", [
    {
      combos: ["f"],
      label: t.review.keys.tab,
      run: () => setTab(hidden || tab === "score" ? "facts" : "score"),
    },
  ]);
  return { tab, setTab, wide };
}
