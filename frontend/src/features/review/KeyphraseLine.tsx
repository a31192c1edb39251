import type { Keyphrase } from "@/contract";
import { t } from "@/strings";
import { GuessMark } from "@/ui/GuessMark";
import text from "@/ui/text.module.css";

/** What a draft is scored for, or that nothing is set and its rules are left out. */
export function KeyphraseLine({ keyphrase }: { keyphrase: Keyphrase }) {
  const words = t.keyphrases;
  if (keyphrase.text === "") return <p className={`${text.xs} ${text.mut}`}>{words.side.none}</p>;
  const isGuess = keyphrase.source === "guess";
  return (
    <div className={text.two}>
      <div className={text.row}>
        {isGuess ? (
          <GuessMark>{words.side.guess}</GuessMark>
        ) : (
          <span className={`${text.xs} ${text.mut}`}>
            {words.sources[keyphrase.source](keyphrase.by)}
          </span>
        )}
        <span className={text.b}>{keyphrase.text}</span>
      </div>
      {isGuess && <div className={`${text.xs} ${text.mut}`}>{words.side.guessNote}</div>}
    </div>
  );
}
