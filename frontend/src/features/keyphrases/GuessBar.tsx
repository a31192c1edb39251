import { useState } from "react";
import { describeError, useConfirmAllKeyphrases } from "@/api";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useKeys } from "@/ui/keys/useKeys";
import classes from "./phrases.module.css";

interface GuessBarProps {
  shop: string;
  language: string;
  /** Guesses of the language. */
  guesses: number;
}

const words = t.keyphrases;

/** How many guesses wait for a person, and all at once. */
export function GuessBar({ shop, language, guesses }: GuessBarProps) {
  const [asking, setAsking] = useState(false);
  const confirm = useConfirmAllKeyphrases(shop, language, "");
  const ask = () => setAsking(true);
  useKeys("page", [{ combos: ["shift+enter"], label: words.confirmAll(guesses), run: ask }]);
  return (
    <div className={classes.foot}>
      <p>
        <b>{words.guesses(guesses)}</b>
        <small>{words.guessesNote}</small>
      </p>
      <Button kind="primary" combo="shift+enter" onClick={ask}>
        {words.confirmAll(guesses)}
      </Button>
      {asking && (
        <ConfirmDialog
          title={words.confirmAllTitle(guesses)}
          action={words.confirmAllDo(guesses)}
          busy={confirm.isPending}
          trouble={confirm.error ? describeError(confirm.error) : undefined}
          onConfirm={() => confirm.mutate(undefined, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          <p>{words.confirmAllText}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
