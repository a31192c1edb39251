import { useNavigate, useSearch } from "@tanstack/react-router";
import { SettingsPage } from "@/features/settings/SettingsPage";
import { useCurrentShop } from "../shell/useCurrentShop";

export function SettingsRoute() {
  const navigate = useNavigate();
  const { only } = useSearch({ from: "/settings" });
  return (
    <SettingsPage
      shop={useCurrentShop()}
      ofShop={only === true}
      onScope={(ofShop) =>
        navigate({ to: "/settings", search: ofShop ? { only: true } : {}, replace: true })
      }
      onSetup={() => navigate({ to: "/setup" })}
    />
  );
}
