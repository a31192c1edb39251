import { canOpen, describeError, openOutside, useDesk } from "@/api";
import type { Desk, ShopOverview } from "@/contract";
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
import { useSaving } from "./useSaving";
import { useTexts } from "./useTexts";

export interface ProductEditorProps {
  shop: ShopOverview;
  handle: string;
  /** Called with the number of changed texts that are not saved, so that leaving can ask. */
  onUnsaved: (count: number) => void;
  onBack: () => void;
  /** Opens a draft in its job. */
  onItem: (job: string, position: string) => void;
}

/** All texts of one product: the shop's, the drafts, and a person's. */
export function ProductEditor(props: ProductEditorProps) {
  const desk = useDesk(props.shop.id, props.handle);
  if (desk.data) return <Opened {...props} desk={desk.data} />;
  if (desk.error) {
    return <ErrorState trouble={describeError(desk.error)} onRetry={() => desk.refetch()} />;
  }
  return <Loading />;
}

function Opened({ shop, desk, onUnsaved, onBack, onItem }: ProductEditorProps & { desk: Desk }) {
  const { product } = desk;
  const texts = useTexts(desk, onUnsaved);
  const saving = useSaving(shop, product, texts);
  const view = canOpen(product.url) ? () => openOutside(product.url) : undefined;
  const words = t.editor;
  useKeys("page", [
    { combos: ["escape"], label: words.leaveEditor, run: () => leaveField() || onBack() },
    { combos: ["v"], label: words.view, run: () => view?.(), off: !view },
    {
      combos: ["mod+s", "mod+enter"],
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
            <Thumb src={product.images?.[0]?.url ?? ""} size={28} />
          </>
        }
        title={product.title}
        aside={<span className={classes.handle}>{origin(product)}</span>}
      >
        {view && (
          <Button icon="external" combo="v" onClick={view}>
            {words.view}
          </Button>
        )}
      </PageHead>
      <div className={classes.columns}>
        <TextFields texts={texts} />
        <EditorSide desk={desk} texts={texts} onItem={onItem} />
      </div>
      {texts.unsaved.length > 0 && <SaveBar texts={texts} saving={saving} />}
      {saving.dialog}
    </Page>
  );
}

function origin(product: Desk["product"]): string {
  const status = t.products.status[product.status];
  return [product.handle, product.vendor, status].filter(Boolean).join(" · ");
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
