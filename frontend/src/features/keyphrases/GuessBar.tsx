import { useState } from "react";
import {
  describeError,
  type KeyphraseScope,
  useConfirmAllKeyphrases,
  useDiscardKeyphrases,
  useSettingsOf,
} from "@/api";
import type { KeyphraseCounts } from "@/contract";
import { isPrompted } from "@/domain/writer";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useKeys } from "@/ui/keys/useKeys";
import { ProposeDialog } from "./ProposeDialog";
import classes from "./phrases.module.css";

interface GuessBarProps {
  scope: KeyphraseScope;
  counts: KeyphraseCounts;
}

const words = t.keyphrases;

type Asked = "confirm" | "discard" | "propose";

/** How many guesses wait for a person, all at once, and what a model can be asked for. */
export function GuessBar({ scope, counts }: GuessBarProps) {
  const [asked, setAsked] = useState<Asked>();
  const confirm = useConfirmAllKeyphrases(scope);
  const discard = useDiscardKeyphrases(scope);
  const writer = useSettingsOf(scope.shop)?.writer;
  const { guess: guesses, proposed } = counts;
  const lacking = writer && isPrompted(writer) ? counts.all - set(counts) - proposed : 0;
  useKeys("page", [
    {
      combos: ["shift+enter"],
      label: words.confirmAll(guesses),
      run: () => setAsked("confirm"),
      off: guesses === 0,
    },
  ]);
  if (guesses + lacking === 0) return null;
  const close = () => setAsked(undefined);
  const all = asked === "discard" ? discard : confirm;
  return (
    <div className={classes.foot}>
      <p>
        <b>{words.guesses(guesses, proposed)}</b>
        <small>{words.guessesNote}</small>
      </p>
      {lacking > 0 && (
        <Button kind="quiet" onClick={() => setAsked("propose")}>
          {words.propose(lacking)}
        </Button>
      )}
      {proposed > 0 && (
        <Button onClick={() => setAsked("discard")}>{words.discard(proposed)}</Button>
      )}
      {guesses > 0 && (
        <Button kind="primary" combo="shift+enter" onClick={() => setAsked("confirm")}>
          {words.confirmAll(guesses)}
        </Button>
      )}
      {asked === "propose" && <ProposeDialog scope={scope} lacking={lacking} onClose={close} />}
      {(asked === "confirm" || asked === "discard") && (
        <ConfirmDialog
          title={
            asked === "discard" ? words.discardTitle(proposed) : words.confirmAllTitle(guesses)
          }
          action={asked === "discard" ? words.discardDo(proposed) : words.confirmAllDo(guesses)}
          careful={asked === "discard"}
          busy={all.isPending}
          trouble={all.error ? describeError(all.error) : undefined}
          onConfirm={() => all.mutate(undefined, { onSuccess: close })}
          onClose={close}
        >
          <p>{asked === "discard" ? words.discardText : words.confirmAllText}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

function set({ typed, imported }: KeyphraseCounts): number {
  return typed + imported;
}
