import type { ReactNode } from "react";
import type { Item, ItemFilter } from "@/contract";
import { isConflict } from "@/domain/item";
import { distinct } from "@/domain/notes";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import classes from "./PreviewModal.module.css";
import { PaperButtons } from "./paper/PaperFooter";
import type { Neighbours } from "./useNeighbours";
import type { PreviewActions } from "./usePreviewActions";

interface PreviewFooterProps {
  item: Item;
  filter: ItemFilter;
  neighbours: Neighbours;
  /** Where in the queue, if it is read from there. */
  place?: ReactNode;
  actions: PreviewActions;
}

/** Where in the list, and what can be done with this draft. */
export function PreviewFooter({ item, filter, neighbours, place, actions }: PreviewFooterProps) {
  const words = t.review;
  const { index, total, previous, next } = neighbours;
  return (
    <div className={classes.foot}>
      <Button
        kind="quiet"
        icon="left"
        combo="k"
        disabled={!previous || actions.editing}
        onClick={previous}
      >
        {words.previous}
      </Button>
      <Button
        kind="quiet"
        iconAfter="right"
        combo={place ? "s" : "j"}
        disabled={!next || actions.editing}
        onClick={next}
      >
        {place ? t.inbox.skip : words.next}
      </Button>
      {place}
      <span className={classes.place} role="status">
        {index !== undefined && total !== undefined
          ? words.place(index + 1, total, words.filters[filter])
          : ""}
      </span>
      <span className={classes.grow} />
      {actions.editing ? (
        <PaperButtons actions={actions} />
      ) : (
        <ItemButtons item={item} actions={actions} />
      )}
    </div>
  );
}

function ItemButtons({ item, actions }: { item: Item; actions: PreviewActions }) {
  const words = t.review;
  const { decide, publish, undo } = actions;
  const conflict = isConflict(item);
  const warnings = distinct(
    (item.warnings ?? []).filter(({ severity }) => severity === "hold"),
  ).length;
  return (
    <>
      {publish && warnings > 0 && (
        <span className={classes.asks}>
          <Icon shape="info" small tone="warn" /> {words.asksFirst(warnings)}
        </span>
      )}
      {decide && item.decision === "rejected" && (
        <Button kind="quiet" onClick={() => decide("open")}>
          {words.reopen}
        </Button>
      )}
      {decide && item.decision !== "rejected" && (
        <Button kind="quiet" combo="r" onClick={() => decide("rejected")}>
          {conflict ? t.conflict.keepTheirs : words.reject}
        </Button>
      )}
      {actions.regenerate && (
        <Button kind="quiet" combo="g" onClick={actions.regenerate}>
          {conflict ? t.conflict.regenerate : words.regenerate}
        </Button>
      )}
      <ChangeButtons actions={actions} />
      {actions.edit && (
        <Button icon="edit" combo="e" onClick={() => actions.edit?.()}>
          {conflict ? t.conflict.editTogether : words.editButton}
        </Button>
      )}
      {decide && item.decision !== "approved" && !conflict && (
        <Button combo="a" onClick={() => decide("approved")}>
          {words.approve}
        </Button>
      )}
      {actions.retry && (
        <Button icon="retry" combo="shift+r" onClick={actions.retry}>
          {words.retry}
        </Button>
      )}
      {undo && (
        <Button icon="undo" onClick={undo}>
          {words.undo}
        </Button>
      )}
      {publish && (
        <Button kind="primary" combo="p" onClick={publish}>
          {conflict ? t.conflict.useMine : words.publish}
        </Button>
      )}
    </>
  );
}

/** The answers to a published text that was changed on the shop since. */
function ChangeButtons({ actions: { takeOver, putBack } }: { actions: PreviewActions }) {
  return (
    <>
      {takeOver && (
        <Button combo="1" onClick={takeOver}>
          {t.changed.takeOver}
        </Button>
      )}
      {putBack && (
        <Button combo="2" onClick={putBack}>
          {t.changed.putBack}
        </Button>
      )}
    </>
  );
}
