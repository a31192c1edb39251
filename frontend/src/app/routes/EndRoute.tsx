import { Navigate, useNavigate } from "@tanstack/react-router";
import { EndPage } from "@/features/inbox/EndPage";
import { currentReading } from "@/flows/reading/reading";

/** The end of reading. */
export function EndRoute() {
  const navigate = useNavigate();
  const reading = currentReading();
  if (!reading || reading.shown.length === 0) return <Navigate to="/review" search={{}} replace />;
  return (
    <EndPage
      reading={reading}
      onRead={(of, job) =>
        navigate({
          to: "/review/$job/$position",
          params: { job, position: "first" },
          search: { of },
        })
      }
      onInbox={() => navigate({ to: "/review", search: {} })}
    />
  );
}
