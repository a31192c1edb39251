import { Modal } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { describeError, useProof, useShop } from "@/api";
import type { Item, ItemFilter, Proof } from "@/contract";
import { asShown, isConflict, markNote, remarks, shownMark } from "@/domain/item";
import { RegenerateDialog } from "@/flows/RegenerateDialog";
import { usePublishing } from "@/flows/usePublishing";
import { t } from "@/strings";
import { IconButton } from "@/ui/IconButton";
import { Kbd } from "@/ui/Kbd";
import { useKeys } from "@/ui/keys/useKeys";
import { PENDING, usePainted } from "@/ui/keys/usePainted";
import { Mark, Tag } from "@/ui/Mark";
import { Segments } from "@/ui/Segments";
import { ErrorState, Loading } from "@/ui/States";
import { Thumb } from "@/ui/Thumb";
import text from "@/ui/text.module.css";
import { PreviewColumns, type Side } from "./PreviewColumns";
import { PreviewFooter } from "./PreviewFooter";
import classes from "./PreviewModal.module.css";
import { RewriteBand } from "./RewriteBand";
import { useNeighbours } from "./useNeighbours";
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
        {proof.data && <Preview {...props} proof={proof.data} arriving={proof.isPlaceholderData} />}
        {proof.isPending && <Loading />}
        {proof.error && !proof.data && (
          <ErrorState trouble={describeError(proof.error)} onRetry={() => proof.refetch()} />
        )}
      </Modal.Content>
    </Modal.Root>
  );
}

interface PreviewProps extends PreviewModalProps {
  proof: Proof;
  /** The draft on screen is the previous one: the requested one is loading. */
  arriving: boolean;
}

function Preview({ proof, arriving, ...props }: PreviewProps) {
  const { item } = proof;
  const painted = usePainted(arriving ? undefined : `${item.id}@${item.revision}`);
  const [view, setView] = useState<View>("marks");
  const [side, setSide] = useState<Side>("original");
  const neighbours = useNeighbours(props);
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
  const { all, words } = remarks(item);

  return (
    <>
      <div className={classes.head}>
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
        {all.length > 0 && (
          <Tag tone="warn" shape="edit">
            {words}
          </Tag>
        )}
        <span className={classes.grow} />
        {!actions.editing && item.state === "generated" && (
          <>
            <Segments
              label={t.review.view}
              value={view}
              onChange={setView}
              options={views.map((value) => ({ value, label: t.review.views[value] }))}
            />
            <Kbd combo="d" />
          </>
        )}
        <IconButton shape="close" label={t.review.close} combo="escape" onClick={actions.leave} />
      </div>
      {!actions.editing && <RewriteBand item={item} />}
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
        conflict={conflict}
        actions={actions}
        painted={painted}
      />
      <PreviewFooter item={item} filter={props.filter} neighbours={neighbours} actions={actions} />
      {publishing.dialog}
      {actions.regenerating && (
        <RegenerateDialog
          job={props.job}
          items={[asShown(item)]}
          conflicts={isConflict(item)}
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
    </>
  );
}
