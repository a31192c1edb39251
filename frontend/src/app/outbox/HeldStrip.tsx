import { lazy, Suspense, useState } from "react";
import { useHeld } from "@/api";
import { fullMoment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Strip } from "@/ui/Strip";

const HeldDialog = lazy(() => import("./HeldDialog"));

/** Says that queued work is held since the data file was restored, until a person decides it. */
export function HeldStrip() {
  const [seeing, setSeeing] = useState(false);
  const held = useHeld().data;
  const parts = held?.outbox ?? [];
  const jobs = held?.jobs ?? [];
  if (!held || parts.length + jobs.length === 0) return null;
  const texts = parts.reduce((sum, part) => sum + part.waiting, 0);
  return (
    <>
      <Strip
        shape="warn"
        title={t.held.title(texts, jobs.length)}
        actions={
          <Button small onClick={() => setSeeing(true)}>
            {t.held.see}
          </Button>
        }
      >
        {t.held.rest(fullMoment(held.copy_made_at))}
      </Strip>
      {seeing && (
        <Suspense>
          <HeldDialog held={held} onClose={() => setSeeing(false)} />
        </Suspense>
      )}
    </>
  );
}
