import { TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import {
  describeError,
  placeOf,
  useConfirmKeyphrases,
  useKeyphrasesAt,
  useSetKeyphrase,
} from "@/api";
import type { PlacedKeyphrase, PlaceKind } from "@/contract";
import { languageName } from "@/domain/language";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { GuessMark } from "@/ui/GuessMark";
import { TroubleText } from "@/ui/States";
import text from "@/ui/text.module.css";
import classes from "./editor.module.css";

interface KeyphraseFieldProps {
  shop: string;
  kind: PlaceKind;
  place: string;
}

/** The keyphrases of one product or collection, one a language. */
export function KeyphraseField({ shop, kind, place }: KeyphraseFieldProps) {
  const { data = [] } = useKeyphrasesAt(shop, kind, place);
  return (
    <section className={classes.section}>
      <h2>{words.title}</h2>
      {data.map((phrase) => (
        <PhraseLine key={phrase.language} shop={shop} phrase={phrase} />
      ))}
    </section>
  );
}

const words = t.keyphrases;

function PhraseLine({ shop, phrase }: { shop: string; phrase: PlacedKeyphrase }) {
  const set = useSetKeyphrase(shop);
  const confirm = useConfirmKeyphrases(shop);
  const isGuess = phrase.source === "guess";
  const [typed, setTyped] = useState(isGuess ? "" : phrase.text);
  const seen = useRef(typed);
  useEffect(() => {
    const now = isGuess ? "" : phrase.text;
    // What is being typed stays when another window sets a phrase.
    setTyped((before) => (before === seen.current ? now : before));
    seen.current = now;
  }, [isGuess, phrase.text]);
  const at = placeOf(phrase.place, phrase.language);
  const changed = typed.trim() !== seen.current;
  const save = () => {
    if (changed) set.mutate({ at, text: typed.trim() });
  };
  const error = set.error ?? confirm.error;
  const label =
    phrase.language === "" ? words.side.own : words.side.other(languageName(phrase.language));
  return (
    <div>
      <TextInput
        size="sm"
        label={phrase.language === "" ? undefined : label}
        aria-label={label}
        value={typed}
        maxLength={200}
        placeholder={isGuess ? phrase.text : words.side.placeholder}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter") save();
          if (event.key === "Escape" && changed) {
            event.stopPropagation();
            setTyped(seen.current);
          }
        }}
      />
      <p className={`${text.row} ${text.xs} ${text.mut} ${classes.phraseNote}`}>
        {isGuess ? (
          <>
            <GuessMark>{words.side.guess}</GuessMark>
            <span className={text.grow}>{words.side.guessNote}</span>
            <Button
              small
              label={words.confirmOf(phrase.place.title)}
              busy={confirm.isPending}
              onClick={() => confirm.mutate([at])}
            >
              {words.confirm}
            </Button>
          </>
        ) : (
          <span>
            {phrase.text === "" ? words.side.none : words.sources[phrase.source](phrase.by)}
          </span>
        )}
      </p>
      {error && <TroubleText trouble={describeError(error)} />}
    </div>
  );
}
