import type { Job, SideSummary } from "@/contract";
import { gradeOf } from "@/domain/score";
import { writerName } from "@/domain/writer";
import { count, money } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import text from "@/ui/text.module.css";
import { type InstructionWord, type Kind, marked, type Side } from "./choice";
import classes from "./compare.module.css";

interface SideHeadProps {
  side: Side;
  kind: Kind;
  job: Job;
  other: Job;
  sum: SideSummary;
  total: number;
  onAgain: () => void;
}

/** One side: its words, and what its drafts come to. */
export function SideHead({ side, kind, job, other, sum, total, onAgain }: SideHeadProps) {
  const words = t.compare;
  return (
    <section className={classes.side} aria-label={words.side(side)}>
      <div className={classes.name}>
        <span className={classes.letter}>{side.toUpperCase()}</span>
        <b title={titleOf(kind, job)}>{titleOf(kind, job)}</b>
        <Button kind="link" small disabled={!job.finished_at} onClick={onAgain}>
          {words.again}
        </Button>
      </div>
      <p className={classes.instructions}>
        {job.instructions === "" && words.noInstructions}
        {marked(job.instructions, other.instructions).map((word, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: words have no other name than their place
          <Word key={i} {...word} />
        ))}
      </p>
      <Figures sum={sum} total={total} />
    </section>
  );
}

function Word({ word, own, placeholder }: InstructionWord) {
  const shown = placeholder ? (
    <>
      <span className={classes.placeholder}>{word.trimEnd()}</span>
      {word.slice(word.trimEnd().length)}
    </>
  ) : (
    word
  );
  return own ? <ins>{shown}</ins> : shown;
}

/** What tells the sides apart first: the model, or the name of the instructions. */
function titleOf(kind: Kind, job: Job): string {
  const name = job.instructions_name;
  if (kind === "instructions") return name || t.compare.unnamed;
  return [writerName(job.writer), name].filter(Boolean).join(", ");
}

function Figures({ sum, total }: { sum: SideSummary; total: number }) {
  const words = t.compare.figures;
  const grade = sum.score === null ? undefined : gradeOf(sum.score);
  const range = sum.in_range === null ? "" : words.inRange(sum.in_range);
  return (
    <dl className={classes.figures}>
      <Figure name={words.score} tone={grade && toneOf[grade]}>
        {sum.score === null ? t.common.none : String(sum.score)}
      </Figure>
      <Figure name={words.claims} tone={sum.held > 0 ? text.warn : undefined}>
        {words.held(sum.held)}
      </Figure>
      <Figure name={words.length(sum.unit) + range}>{count(sum.length)}</Figure>
      <Figure name={words.cost(total)}>{sum.priced ? money(sum.cost_usd) : words.unknown}</Figure>
      <Figure name={words.openings} tone={sum.alike > 0 ? text.warn : undefined}>
        {words.alike(sum.alike)}
      </Figure>
    </dl>
  );
}

const toneOf = { good: text.ok, fair: text.wait, poor: text.bad };

function Figure(props: { name: string; tone?: string | undefined; children: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd className={props.tone}>{props.children}</dd>
    </div>
  );
}
