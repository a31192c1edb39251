import { lazy, Suspense, useState } from "react";
import { useHeld } from "@/api";
import { fullMoment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Strip } from "@/ui/Strip";
import { holds } from "./waits";

const HeldDialog = lazy(() => import("./HeldDialog"));

/** Says that queued work is held since the data file was restored, until a person decides it. */
export function HeldStrip() {
  const [seeing, setSeeing] = useState(false);
  const held = useHeld().data;
  if (!holds(held)) return null;
  const texts = (held.outbox ?? []).reduce((sum, part) => sum + part.waiting, 0);
  return (
    <>
      <Strip
        shape="warn"
        title={t.held.title(texts, held.jobs?.length ?? 0)}
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
