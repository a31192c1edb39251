import { useState } from "react";
import type { JobSpec } from "@/contract";
import { PromptDialog } from "@/flows/PromptDialog";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import classes from "./NewJobPanel.module.css";

/** The button that shows the finished prompt on three products. */
export function PromptPreview({ spec }: { spec: JobSpec }) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <span className={classes.way}>
        <Button kind="quiet" small onClick={() => setShown(true)}>
          {t.instructions.preview}
        </Button>
      </span>
      {shown && <PromptDialog spec={spec} onClose={() => setShown(false)} />}
    </>
  );
}
