import {
  getRouteApi,
  useBlocker,
  useCanGoBack,
  useNavigate,
  useRouter,
} from "@tanstack/react-router";
import { useCallback, useRef, useState } from "react";
import { useShop } from "@/api";
import { ProductEditor } from "@/features/editor/ProductEditor";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { OfShop } from "./OfShop";

const route = getRouteApi("/s/$shop/products/$handle");

/** A product's texts. Back from here is the job's row one came from; unsaved texts are asked about. */
export function ProductRoute() {
  const { shop: id, handle } = route.useParams();
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
      : void navigate({ to: "/s/$shop/products", params: { shop: id }, search: {} });
  return (
    <OfShop shop={useShop(id)}>
      {(shop) => (
        <>
          <ProductEditor
            key={`${shop.id}/${handle}`}
            shop={shop}
            handle={handle}
            onUnsaved={onUnsaved}
            onBack={onBack}
            onItem={(job, position) =>
              navigate({
                to: "/s/$shop/jobs/$job/$position",
                params: { shop: id, job, position },
                search: {},
              })
            }
          />
          {leaving.status === "blocked" && (
            <ConfirmDialog
              title={t.editor.leaveTitle}
              action={t.editor.leave}
              onConfirm={leaving.proceed}
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
