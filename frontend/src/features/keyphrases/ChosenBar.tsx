import { useState } from "react";
import { describeError, type KeyphraseScope, placeOf, useConfirmKeyphrases } from "@/api";
import type { KeyphraseRow } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Kbd } from "@/ui/Kbd";
import { useKeys } from "@/ui/keys/useKeys";
import { SelectionBar } from "@/ui/SelectionBar";
import type { ListSelection } from "@/ui/table/useListSelection";
import { ProposeDialog } from "./ProposeDialog";

interface ChosenBarProps {
  scope: KeyphraseScope;
  selection: ListSelection<KeyphraseRow>;
  /** The rows that the list has, to choose from where all are selected. */
  all: () => Promise<KeyphraseRow[]>;
  /** Whether a model can be asked. */
  prompted: boolean;
}

const words = t.keyphrases;

type Asked = { kind: "confirm" | "propose"; rows: KeyphraseRow[] };

/** What can be done with the selected rows together. */
export function ChosenBar({ scope, selection, all, prompted }: ChosenBarProps) {
  const [asked, setAsked] = useState<Asked>();
  const confirm = useConfirmKeyphrases(scope.shop);
  const chosen = async () =>
    selection.value.all
      ? (await all()).filter((row) => selection.has(row.place.id))
      : selection.named();
  const ask = async (kind: Asked["kind"]) => {
    const rows = await chosen();
    setAsked({ kind, rows: rows.filter(kind === "confirm" ? isGuess : isUnset) });
  };
  useKeys("page", [{ combos: ["escape"], label: t.common.clear, run: selection.clear }]);
  const close = () => setAsked(undefined);
  const done = () => {
    close();
    selection.clear();
  };
  const n = asked?.rows.length ?? 0;
  return (
    <SelectionBar
      title={words.chosen(selection.count)}
      note={
        <>
          <Kbd combo="x" /> {t.products.hint}&ensp;
          <Kbd combo="shift+arrowdown" /> {t.products.hintExtend}
        </>
      }
    >
      <Button kind="quiet" small combo="escape" onClick={selection.clear}>
        {t.common.clear}
      </Button>
      {prompted && (
        <Button small onClick={() => ask("propose")}>
          {words.guessChosen}
        </Button>
      )}
      <Button kind="primary" small onClick={() => ask("confirm")}>
        {words.confirmChosen}
      </Button>
      {asked?.kind === "propose" && n > 0 && (
        <ProposeDialog
          scope={scope}
          places={asked.rows.map((row) => row.place.id).slice(0, MOST)}
          lacking={n}
          onClose={done}
        />
      )}
      {asked && (asked.kind === "confirm" || n === 0) && (
        <ConfirmDialog
          title={n === 0 ? words.noneChosen[asked.kind] : words.confirmAllTitle(n)}
          action={n === 0 ? undefined : words.confirmAllDo(n)}
          busy={confirm.isPending}
          trouble={confirm.error ? describeError(confirm.error) : undefined}
          onConfirm={() =>
            confirm.mutate(
              asked.rows.map((row) => placeOf(row.place, scope.language)),
              { onSuccess: done },
            )
          }
          onClose={close}
        >
          <p>{n === 0 ? words.noneChosenText : words.confirmAllText}</p>
        </ConfirmDialog>
      )}
    </SelectionBar>
  );
}

/** How many places a model is asked for at once. */
const MOST = 200;

const isGuess = (row: KeyphraseRow) => row.source === "guess";
const isUnset = (row: KeyphraseRow) => row.source === "guess" || row.source === "none";
