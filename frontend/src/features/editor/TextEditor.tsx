import type { ReactNode } from "react";
import { canOpen, describeError, useCollectionDesk, useDesk } from "@/api";
import type { ShopOverview } from "@/contract";
import type { AnyDesk } from "@/domain/desk";
import { viewPage } from "@/flows/viewPage";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { useKeys } from "@/ui/keys/useKeys";
import { Page, PageHead } from "@/ui/Page";
import { ErrorState, Loading } from "@/ui/States";
import { Thumb } from "@/ui/Thumb";
import { EditorSide } from "./EditorSide";
import classes from "./editor.module.css";
import { SaveBar } from "./SaveBar";
import { TextFields } from "./TextFields";
import { TypedBand } from "./TypedBand";
import { useDraftSaving } from "./useDraftSaving";
import { useKeptTexts } from "./useKeptTexts";
import { useSaving } from "./useSaving";
import { useTexts } from "./useTexts";

export interface TextEditorProps {
  shop: ShopOverview;
  handle: string;
  /** Called with the number of changed texts that are not saved, so that leaving can ask. */
  onUnsaved: (count: number) => void;
  onBack: () => void;
  /** Opens a draft in its job. */
  onItem: (job: string, position: number) => void;
}

/** All texts of one product: the shop's, the drafts, and a person's. */
export function ProductEditor(props: TextEditorProps) {
  return opened(props, useDesk(props.shop.id, props.handle));
}

/** The same for a collection. */
export function CollectionEditor(props: TextEditorProps) {
  return opened(props, useCollectionDesk(props.shop.id, props.handle));
}

interface Answer {
  data: AnyDesk | undefined;
  error: Error | null;
  refetch: () => void;
}

function opened(props: TextEditorProps, { data, error, refetch }: Answer): ReactNode {
  if (data) return <Opened {...props} desk={data} />;
  if (error) return <ErrorState trouble={describeError(error)} onRetry={() => refetch()} />;
  return <Loading />;
}

function Opened({ shop, desk, onUnsaved, onBack, onItem }: TextEditorProps & { desk: AnyDesk }) {
  const texts = useTexts(desk, onUnsaved);
  const { of } = texts;
  useKeptTexts(texts);
  const saving = useSaving(shop, texts);
  const drafts = useDraftSaving(shop, texts);
  const view = canOpen(of.url) ? () => viewPage(of) : undefined;
  const words = t.editor;
  useKeys("page", [
    { combos: ["escape"], label: words.leaveEditor, run: () => leaveField() || onBack() },
    { combos: ["v"], label: words.view, run: () => view?.(), off: !view },
    {
      combos: ["mod+s"],
      label: t.ownDrafts.save,
      run: drafts.save,
      inFields: true,
      off: drafts.count === 0 || drafts.busy,
    },
    {
      combos: ["mod+enter"],
      label: words.saveKey,
      run: saving.ask,
      inFields: true,
      off: saving.count === 0,
    },
  ]);
  return (
    <Page>
      <PageHead
        before={
          <>
            <button type="button" className={classes.back} onClick={onBack}>
              <Icon shape="left" small />
              {words.back}
            </button>
            <Thumb src={of.picture} size={28} />
          </>
        }
        title={of.title}
        aside={<span className={classes.handle}>{[of.handle, ...of.notes].join(" · ")}</span>}
      >
        {view && (
          <Button icon="external" combo="v" onClick={view}>
            {words.view}
          </Button>
        )}
      </PageHead>
      <TypedBand texts={texts} />
      <div className={classes.columns}>
        <TextFields texts={texts} />
        <EditorSide desk={desk} texts={texts} onItem={onItem} />
      </div>
      {texts.unsaved.length + texts.differing.length > 0 && (
        <SaveBar texts={texts} saving={saving} drafts={drafts} />
      )}
      {saving.dialog}
    </Page>
  );
}

/** Escape leaves a text first, and only then the page. */
function leaveField(): boolean {
  const field = document.activeElement;
  if (
    !(field instanceof HTMLElement) ||
    !field.matches("input, textarea, [contenteditable=true]")
  ) {
    return false;
  }
  field.blur();
  return true;
}
