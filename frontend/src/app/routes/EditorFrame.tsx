import { useBlocker, useCanGoBack, useNavigate, useRouter } from "@tanstack/react-router";
import { type ComponentType, useCallback, useRef, useState } from "react";
import { giveUpTyped, useShop } from "@/api";
import type { TextEditorProps } from "@/features/editor/TextEditor";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { OfShop } from "./OfShop";

interface EditorFrameProps {
  shop: string;
  handle: string;
  /** The list that Back leads to where there is no earlier page. */
  list: "/s/$shop/products" | "/s/$shop/collections";
  editor: ComponentType<TextEditorProps>;
}

/** The texts of a product or collection. Leaving with unsaved ones asks first. */
export function EditorFrame({ shop: id, handle, list, editor: Editor }: EditorFrameProps) {
  const [unsaved, setUnsaved] = useState(0);
  // Asked as the page is left, which may be sooner than it is rendered again.
  const now = useRef(0);
  const onUnsaved = useCallback((count: number) => {
    now.current = count;
    setUnsaved(count);
  }, []);
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const leaving = useBlocker({
    shouldBlockFn: () => now.current > 0,
    enableBeforeUnload: () => now.current > 0,
    withResolver: true,
  });
  const onBack = () =>
    canGoBack
      ? router.history.back()
      : void navigate({ to: list, params: { shop: id }, search: {} });
  return (
    <OfShop shop={useShop(id)}>
      {(shop) => (
        <>
          <Editor
            key={`${shop.id}/${handle}`}
            shop={shop}
            handle={handle}
            onUnsaved={onUnsaved}
            onBack={onBack}
            onItem={(job, position) =>
              navigate({
                to: "/s/$shop/jobs/$job/$position",
                params: { shop: id, job, position: String(position) },
                search: {},
              })
            }
          />
          {leaving.status === "blocked" && (
            <ConfirmDialog
              title={t.editor.leaveTitle}
              action={t.editor.leave}
              dismiss={t.common.stay}
              careful
              onConfirm={() => {
                giveUpTyped();
                leaving.proceed();
              }}
              onClose={leaving.reset}
            >
              <p>{t.editor.leaveText(unsaved)}</p>
            </ConfirmDialog>
          )}
        </>
      )}
    </OfShop>
  );
}
