import { useState } from "react";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useKeyboard } from "@/ui/keys/useKeys";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import { dialogs } from "./dialogs";
import { Piece } from "./Piece";

const trouble = { message: "The file could not be written.", code: "storage", detail: "disk full" };

/** What lies over the page. */
export function Overlays() {
  useKeyboard();
  const [asked, setAsked] = useState<string>();
  const close = () => setAsked(undefined);
  const dialog = dialogs.find(({ ask }) => ask === asked);
  return (
    <Piece name="ConfirmDialog, notices">
      {dialogs.map(({ ask }) => (
        <Button key={ask} onClick={() => setAsked(ask)}>
          {ask}
        </Button>
      ))}
      <Button onClick={() => notifyPlain("The texts of 2 products are in range texts.csv.")}>
        Tell
      </Button>
      <Button onClick={() => notifyTrouble(trouble)}>Tell of trouble</Button>
      {dialog && <ConfirmDialog {...dialog.props} onConfirm={close} onClose={close} />}
    </Piece>
  );
}
