import { useState } from "react";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useKeyboard } from "@/ui/keys/useKeys";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import { Piece } from "./Piece";

const trouble = { message: "The file could not be written.", code: "storage", detail: "disk full" };

/** What lies over the page. */
export function Overlays() {
  useKeyboard();
  const [asking, setAsking] = useState(false);
  return (
    <Piece name="ConfirmDialog, notices">
      <Button onClick={() => setAsking(true)}>Ask…</Button>
      <Button onClick={() => notifyPlain("The texts of 2 products are in range texts.csv.")}>
        Tell
      </Button>
      <Button onClick={() => notifyTrouble(trouble)}>Tell of trouble</Button>
      {asking && (
        <ConfirmDialog
          title="Publish 111 descriptions to Quillmoor Home?"
          action="Publish 111"
          onConfirm={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          <p>They replace the text on the shop now. 6 in conflict and 8 rejected stay out.</p>
          <p>You can undo this later.</p>
        </ConfirmDialog>
      )}
    </Piece>
  );
}
