import { useNavigate } from "@tanstack/react-router";
import { SettingsPage } from "@/features/settings/SettingsPage";

export function SettingsRoute() {
  const navigate = useNavigate();
  return <SettingsPage onSetup={() => navigate({ to: "/setup" })} />;
}
