import { type ReactNode, useState } from "react";
import { describeError, perform, useSaveTexts } from "@/api";
import type { ShopOverview } from "@/contract";
import { draftsOf, editsOf, overDrafts, type TextState, toSave } from "@/domain/desk";
import { isRequired, limitOf } from "@/domain/fields";
import { tellLeftOut } from "@/flows/tellLeftOut";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import type { Texts } from "./useTexts";

export interface Saving {
  /** How many texts a save would send. */
  count: number;
  ask: () => void;
  /** To be rendered by the caller. */
  dialog: ReactNode;
}

/** A text that Shopify would refuse. */
export function refusal(state: TextState): string | undefined {
  const limit = limitOf(state.field);
  const text = state.text.trim();
  if (isRequired(state.field) && text === "") return t.editor.titleMissing;
  if (limit?.hard && [...text].length > limit.most) return t.editor.tooLong(limit.most);
  return undefined;
}

/** Sends the changed texts to the shop, after saying which, where, and what they replace. */
export function useSaving(shop: ShopOverview, texts: Texts): Saving {
  const [asking, setAsking] = useState(false);
  const save = useSaveTexts(shop.id, texts.of.id);
  const changed = toSave(texts.states);
  const ready = changed.every((state) => refusal(state) === undefined);
  const count = ready ? changed.length : 0;
  const close = () => {
    setAsking(false);
    save.reset();
  };
  const send = () =>
    perform(
      save,
      { edits: editsOf(changed), over: draftsOf(overDrafts(changed)) },
      {
        onSuccess: (done) => {
          const stayed = (done.left ?? []).map(({ field }) => field);
          texts.noteSent(changed.filter((state) => !stayed.includes(state.field)));
          tellLeftOut(done, t.leftOut.saved);
          close();
        },
      },
    );
  const dialog = asking && (
    <SaveDialog
      shop={shop}
      holder={texts.of.title}
      changed={changed}
      conflicts={texts.differing.length - changed.length}
      busy={save.isPending}
      error={save.error}
      onConfirm={send}
      onClose={close}
    />
  );
  return { count, ask: () => setAsking(true), dialog };
}

interface SaveDialogProps {
  shop: ShopOverview;
  /** The name of the product or collection. */
  holder: string;
  changed: TextState[];
  conflicts: number;
  busy: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
}

function SaveDialog(props: SaveDialogProps) {
  const { shop, holder, changed, conflicts, busy, error, onConfirm, onClose } = props;
  const words = t.editor;
  const names = (states: TextState[]) =>
    states.map((state) => words.slot(state.field, state.image?.position));
  const filled = changed.filter((state) => state.text.trim() !== "");
  const emptied = changed.filter((state) => state.text.trim() === "");
  const replaces = filled.filter((state) => state.now.text !== "").length;
  const first = changed[0]?.field ?? "title";
  return (
    <ConfirmDialog
      title={words.saveTitle(changed.length, first, holder, shop.name)}
      action={words.saveAction(changed.length)}
      busy={busy}
      trouble={error ? describeError(error) : undefined}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {filled.length > 0 && <p>{words.saveText(names(filled), replaces)}</p>}
      {emptied.length > 0 && <p>{words.saveEmpties(names(emptied))}</p>}
      {conflicts > 0 && <p>{words.saveConflicts(conflicts)}</p>}
      <p>{words.saveUndo}</p>
    </ConfirmDialog>
  );
}
