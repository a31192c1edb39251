import { useNavigate, useRouter } from "@tanstack/react-router";
import { SetupPage } from "@/features/setup/SetupPage";

/** The set-up of the writer leads back to where it was opened. */
export function SetupRoute() {
  const navigate = useNavigate();
  const { history } = useRouter();
  return (
    <SetupPage onDone={() => (history.canGoBack() ? history.back() : void navigate({ to: "/" }))} />
  );
}
