import { Modal } from "@mantine/core";
import { useState } from "react";
import { describeError, useProof } from "@/api";
import { isHtml } from "@/domain/fields";
import { standingNote, standingOf } from "@/domain/item";
import type { ItemFilter, Proof } from "@/domain/types";
import { usePublishing } from "@/flows/usePublishing";
import { t } from "@/strings";
import { IconButton } from "@/ui/IconButton";
import { Kbd } from "@/ui/Kbd";
import { Mark, Tag } from "@/ui/Mark";
import { Segments } from "@/ui/Segments";
import { ErrorState, Loading } from "@/ui/States";
import { Thumb } from "@/ui/Thumb";
import text from "@/ui/text.module.css";
import { DraftColumn } from "./DraftColumn";
import { EditColumn } from "./EditColumn";
import { Inspector } from "./Inspector";
import { OriginalColumn } from "./OriginalColumn";
import { PreviewFooter } from "./PreviewFooter";
import classes from "./PreviewModal.module.css";
import { RegenerateDialog } from "./RegenerateDialog";
import { useMarked } from "./useMarked";
import { useNeighbours } from "./useNeighbours";
import { usePreviewActions } from "./usePreviewActions";
import { type View, viewsOf } from "./views";

export interface PreviewModalProps {
  job: string;
  item: string;
  filter: ItemFilter;
  search: string;
  onShow: (item: string) => void;
  /** Opens the editor of the product with that handle. */
  onProduct: (handle: string) => void;
  onClose: () => void;
}

/** One draft, whole: as a customer sees it, beside what it replaces, with what the checks say. */
export function PreviewModal(props: PreviewModalProps) {
  const { job, item, onClose } = props;
  const proof = useProof(job, item);
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
      <Modal.Content aria-label={t.review.dialog(proof.data?.item.product.title ?? item)}>
        {proof.data && <Preview {...props} proof={proof.data} />}
        {proof.isPending && <Loading />}
        {proof.error && !proof.data && (
          <ErrorState trouble={describeError(proof.error)} onRetry={() => proof.refetch()} />
        )}
      </Modal.Content>
    </Modal.Root>
  );
}

function Preview({ proof, ...props }: PreviewModalProps & { proof: Proof }) {
  const { item, product } = proof;
  const [view, setView] = useState<View>("marks");
  const [side, setSide] = useState<"original" | "inspector">("original");
  const neighbours = useNeighbours(props);
  const publishing = usePublishing(props.job);
  const views = viewsOf(item.field);
  const actions = usePreviewActions({
    proof,
    publishing,
    neighbours,
    views,
    view,
    setView,
    ...props,
  });
  const marked = useMarked(item, view);

  return (
    <>
      <div className={classes.head}>
        <Thumb src={item.thumbnail} size={28} />
        <h2>
          <button
            type="button"
            className={`${text.opener} ${text.link}`}
            disabled={actions.editing}
            onClick={() => props.onProduct(item.product.handle)}
          >
            {item.product.title}
          </button>
        </h2>
        <Mark of={standingOf(item)} />
        <span className={classes.standing}>{standingNote(item)}</span>
        <WarningTag proof={proof} />
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
      <div className={classes.side}>
        <Segments
          label={t.review.inspector}
          value={side}
          onChange={setSide}
          options={[
            { value: "original", label: t.review.onShop },
            { value: "inspector", label: t.review.inspector },
          ]}
        />
      </div>
      <div className={classes.columns} data-side={side}>
        {actions.editing ? (
          <EditColumn key={item.revision} editor={actions.editor} html={isHtml(item.field)} />
        ) : (
          <DraftColumn item={item} view={view} marked={marked} />
        )}
        <OriginalColumn item={item} product={product} view={view} marked={marked} />
        <Inspector item={item} product={product} onView={actions.viewProduct} />
      </div>
      <PreviewFooter item={item} filter={props.filter} neighbours={neighbours} actions={actions} />
      {publishing.dialog}
      {actions.regenerating && (
        <RegenerateDialog job={props.job} item={item.id} onClose={actions.stopRegenerating} />
      )}
      {actions.unsavedDialog}
    </>
  );
}

function WarningTag({ proof }: { proof: Proof }) {
  const warnings = (proof.item.warnings ?? []).filter((warning) => warning.severity !== "info");
  if (warnings.length === 0) return null;
  return (
    <Tag tone="warn" shape="edit">
      {t.jobs.items.warnings(warnings.length)}
    </Tag>
  );
}
