import { getRouteApi, useBlocker, useNavigate } from "@tanstack/react-router";
import { useCallback, useRef } from "react";
import { useShop } from "@/api";
import { ProfilePage } from "@/features/profile/ProfilePage";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { OfShop } from "./OfShop";

const route = getRouteApi("/s/$shop/profile");

/** How a shop speaks. Leaving with unsaved changes asks first. */
export function ProfileRoute() {
  const { shop: id } = route.useParams();
  const navigate = useNavigate();
  const unsaved = useRef(false);
  const onUnsaved = useCallback((is: boolean) => {
    unsaved.current = is;
  }, []);
  const leaving = useBlocker({
    shouldBlockFn: () => unsaved.current,
    enableBeforeUnload: () => unsaved.current,
    withResolver: true,
  });
  return (
    <OfShop shop={useShop(id)}>
      {(shop) => (
        <>
          <ProfilePage
            key={shop.id}
            shop={shop}
            onUnsaved={onUnsaved}
            onSettings={() => navigate({ to: "/settings", search: { only: true } })}
          />
          {leaving.status === "blocked" && (
            <ConfirmDialog
              title={t.profile.unsaved}
              action={t.profile.leave}
              dismiss={t.common.stay}
              careful
              onConfirm={leaving.proceed}
              onClose={leaving.reset}
            >
              <p>{t.profile.unsavedText}</p>
            </ConfirmDialog>
          )}
        </>
      )}
    </OfShop>
  );
}
