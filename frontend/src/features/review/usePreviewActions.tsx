import { type ReactNode, useState } from "react";
import { canOpen, describeError, perform, useRetry, useUnsaved } from "@/api";
import type { Decision, Item, Proof, UnsavedEdit } from "@/contract";
import { asShown } from "@/domain/item";
import { tellLeftOut } from "@/flows/tellLeftOut";
import { useChange } from "@/flows/useChange";
import { useDecisions } from "@/flows/useDecisions";
import { useGoLive } from "@/flows/useGoLive";
import type { Publishing } from "@/flows/usePublishing";
import { viewPage } from "@/flows/viewPage";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import { type Paper, usePaper } from "./paper/usePaper";
import { useSaving } from "./paper/useSaving";
import { type Caret, type Editor, useEditor } from "./useEditor";
import { useGoodMark } from "./useGoodMark";
import type { Neighbours } from "./useNeighbours";
import { nextView, type View } from "./views";

interface Options {
  job: string;
  proof: Proof;
  /** Whether this draft is on the screen. */
  painted: () => boolean;
  publishing: Publishing;
  neighbours: Neighbours;
  views: View[];
  view: View;
  setView: (view: View) => void;
  onClose: () => void;
}

export interface PreviewActions {
  editor: Editor;
  editing: boolean;
  /** The draft as it is typed, or as it is. */
  paper: Paper;
  /** What was typed into the draft elsewhere and is not saved. */
  unsaved: UnsavedEdit[];
  save: () => void;
  saveAndApprove: () => void;
  /** The draft that is to be written again, once the note is given. */
  regenerating: Item | undefined;
  /** The revisions are compared. */
  comparing: boolean;
  /** Undefined if there is only one. */
  compare: (() => void) | undefined;
  stopComparing: () => void;
  stopRegenerating: () => void;
  /** It is queued to be written again: on to the next. */
  regenerated: () => void;
  /** Undefined if the state of the item does not allow it. */
  decide: ((decision: Decision) => void) | undefined;
  edit: ((caret?: Caret) => void) | undefined;
  regenerate: (() => void) | undefined;
  publish: (() => void) | undefined;
  undo: (() => void) | undefined;
  /** Has it written, or sent, again after it failed. */
  retry: (() => void) | undefined;
  /** Accepts the shop's text in the place of the published one. */
  takeOver: (() => void) | undefined;
  /** Publishes Galley's text again, if it was changed on the shop since. */
  putBack: (() => void) | undefined;
  viewProduct: (() => void) | undefined;
  /** Marks the text as good for others to be written like it, or takes the mark back. */
  markGood: (() => void) | undefined;
  leave: () => void;
  unsavedDialog: ReactNode;
  /** Asks before a kept block is edited away. */
  blocksDialog: ReactNode;
  goLiveDialog: ReactNode;
  changeDialog: ReactNode;
}

/** What can be done with a draft from its preview, by button and by key. */
export function usePreviewActions(options: Options): PreviewActions {
  const { job, proof, publishing, neighbours, onClose } = options;
  const { item } = proof;
  const decisions = useDecisions(job, "dialog", neighbours.backTo);
  const retrying = useRetry();
  const goLive = useGoLive();
  const editor = useEditor(job, item, proof.blocks ?? undefined);
  const paper = usePaper(proof, editor);
  const unsaved = useUnsaved(item.id);
  const decideOne = (one: Item, decision: Decision) => {
    const saved = decisions.apply([one], decision);
    if (decision !== "open") neighbours.decided(saved);
  };
  const approve = (saved: Item) => decideOne(saved, "approved");
  const saving = useSaving(job, editor, paper.kept, approve);
  const change = useChange(item.shop_id, item.changed, item.can);
  const [regenerating, setRegenerating] = useState<Item>();
  const [comparing, setComparing] = useState(false);
  const [leaving, setLeaving] = useState(false);

  const url = proof.product?.url ?? "";
  const actions = {
    decide: item.can.decide
      ? (decision: Decision) => {
          if (!neighbours.leaving()) decideOne(item, decision); // one decision, one step to the next draft
        }
      : undefined,
    edit: item.can.edit || item.can.edit_changed ? editor.start : undefined,
    takeOver: change.takeOver,
    putBack: change.putBack,
    regenerate: item.can.regenerate ? () => setRegenerating(item) : undefined,
    publish: item.can.publish
      ? () =>
          publishing.publish([asShown(item)], {
            overwrite: item.can.overwrite,
            onDone: neighbours.sent,
          })
      : undefined,
    compare: (proof.revisions ?? []).length > 1 ? () => setComparing(true) : undefined,
    undo: item.can.undo ? () => publishing.undo([asShown(item)]) : undefined,
    retry: item.can.retry
      ? () =>
          goLive.ask(proof.job, 1, () =>
            perform(
              retrying,
              { job, items: [asShown(item)] },
              {
                onError: (error) => notifyTrouble(describeError(error)),
                onSuccess: (done) => {
                  tellLeftOut(done, t.leftOut.retried);
                  neighbours.sent();
                },
              },
            ),
          )
      : undefined,
    viewProduct: canOpen(url) ? () => viewPage({ url, title: item.place.title }) : undefined,
    markGood: useGoodMark(proof),
  };
  const leaveEditing = () => {
    const typed = editor.current.current?.() ?? editor.text;
    if (typed === editor.base.text) editor.stop();
    else setLeaving(true);
  };
  const leave = editor.editing ? leaveEditing : onClose;
  usePreviewKeys(options, actions, editor.editing, leave);
  useKeys("dialog", [
    {
      combos: ["mod+s"],
      label: t.review.paper.justSave,
      run: saving.save,
      inFields: true,
      off: !editor.editing,
    },
    {
      combos: ["mod+enter"],
      label: t.review.paper.saveAndApprove,
      run: saving.saveAndApprove,
      inFields: true,
      off: !editor.editing,
    },
    {
      combos: ["mod+g"],
      label: t.review.regenerate,
      run: () => editor.save((saved) => setRegenerating(saved)),
      inFields: true,
      off: !editor.editing,
    },
    {
      combos: ["mod+d"],
      label: t.review.keys.views,
      run: () => options.setView(nextView(options.views, options.view)),
      inFields: true,
      off: !editor.editing,
    },
  ]);

  return {
    ...actions,
    editor,
    editing: editor.editing,
    paper,
    unsaved,
    ...saving,
    regenerating,
    comparing,
    stopComparing: () => setComparing(false),
    stopRegenerating: () => setRegenerating(undefined),
    regenerated: () => {
      setRegenerating(undefined);
      neighbours.next?.();
    },
    leave,
    goLiveDialog: goLive.dialog,
    changeDialog: change.dialog,
    blocksDialog: editor.asks && (
      <ConfirmDialog
        title={t.review.blocks.askTitle(editor.asks.map(({ label }) => label))}
        action={t.review.blocks.askButton}
        careful
        onConfirm={editor.saveWithout}
        onClose={editor.stayEditing}
      >
        <p>{t.review.blocks.askText}</p>
      </ConfirmDialog>
    ),
    unsavedDialog: leaving && (
      <ConfirmDialog
        title={t.review.unsaved}
        action={t.review.leave}
        dismiss={t.common.stay}
        careful
        onConfirm={() => {
          setLeaving(false);
          editor.stop();
        }}
        onClose={() => setLeaving(false)}
      >
        <p>{t.review.unsavedText}</p>
      </ConfirmDialog>
    ),
  };
}

type Doable = Pick<
  PreviewActions,
  | "decide"
  | "edit"
  | "regenerate"
  | "compare"
  | "publish"
  | "undo"
  | "retry"
  | "takeOver"
  | "putBack"
  | "viewProduct"
  | "markGood"
>;

const nothing = () => {};

function usePreviewKeys(options: Options, does: Doable, editing: boolean, leave: () => void): void {
  const { neighbours, views, view, setView, painted } = options;
  const key = (combos: string[], label: string, run: (() => void) | undefined) => ({
    combos,
    label,
    run: run ?? nothing,
    off: editing || run === undefined,
  });
  const seen = () => painted() && !neighbours.leaving();
  /** For actions that change or send the draft: only for the one on screen. */
  const onSeen = (combos: string[], label: string, run: (() => void) | undefined) => ({
    ...key(combos, label, run),
    shown: seen,
  });
  const words = t.review;
  const { decide } = does;
  // What cannot be decided is passed over: the key goes to the next draft that can.
  const onward = () => neighbours.onward(() => notifyPlain(words.noneAfter));
  useKeys("dialog", [
    { combos: ["escape"], label: words.close, run: leave },
    { ...key(["k", "arrowup"], words.keys.previous, neighbours.previous), repeats: true },
    { ...key(["j", "arrowdown"], words.keys.next, neighbours.next), repeats: true },
    key(["d"], words.keys.views, () => setView(nextView(views, view))),
    onSeen(["a"], words.approve, () => (decide ? decide("approved") : onward())),
    onSeen(["r"], words.reject, () => (decide ? decide("rejected") : onward())),
    onSeen(["e"], words.editButton, does.edit && (() => does.edit?.())),
    onSeen(["g"], words.regenerate, does.regenerate),
    key(["h"], t.revisions.openKey, does.compare),
    onSeen(["p"], words.publish, does.publish),
    onSeen(["shift+r"], words.retry, does.retry),
    onSeen(["1"], t.changed.takeOver, does.takeOver),
    onSeen(["2"], t.changed.putBack, does.putBack),
    key(["v"], words.keys.viewProduct, does.viewProduct),
    onSeen(["m"], words.good.key, does.markGood),
  ]);
}
