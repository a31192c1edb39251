import { describeError, useChooseDrafts, useRestEstimate } from "@/api";
import type { Comparison, Job } from "@/contract";
import { isFree } from "@/domain/writer";
import { count, money } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Kbd } from "@/ui/Kbd";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyTrouble } from "@/ui/notify";
import { SelectionBar } from "@/ui/SelectionBar";
import { type Choices, choiceOf, leader, type Side, tally } from "./choice";

interface CompareBarProps {
  comparison: Comparison;
  choices: Choices;
  onJob: (job: Job) => void;
}

/** What is chosen so far, and the ways on: with A, with B, or with the kept drafts alone. */
export function CompareBar({ comparison, choices, onJob }: CompareBarProps) {
  const words = t.compare;
  const pairs = comparison.pairs ?? [];
  const { a, b, open } = tally(pairs, choices);
  const first = leader(pairs, choices);
  const ended = Boolean(comparison.a.finished_at && comparison.b.finished_at);
  const choose = useChooseDrafts();
  const go = (side: Side, rest: boolean) =>
    choose.mutate(choiceOf(comparison, choices, side, rest), {
      onSuccess: onJob,
      onError: (error) => notifyTrouble(describeError(error)),
    });
  const ready = ended && a + b > 0 && !choose.isPending;
  useKeys("page", [
    {
      combos: ["mod+enter"],
      label: words.restKey(first),
      off: !ready,
      run: () => go(first, true),
    },
  ]);
  return (
    <SelectionBar
      label={words.choice}
      title={ended ? words.chosen(a, b, open) : words.stillWriting}
      note={
        <>
          <Kbd combo="1" /> A <Kbd combo="2" /> B <Kbd combo="shift" /> {words.all}{" "}
          <Kbd combo="space" /> {words.open}
        </>
      }
    >
      <Button kind="quiet" disabled={!ready} onClick={() => go(first, false)}>
        {words.stop(a + b)}
      </Button>
      {(["a", "b"] as const).map((side) => (
        <Rest
          key={side}
          job={comparison[side]}
          side={side}
          main={side === first}
          disabled={!ready}
          onGo={() => go(side, true)}
        />
      ))}
    </SelectionBar>
  );
}

interface RestProps {
  job: Job;
  side: Side;
  main: boolean;
  disabled: boolean;
  onGo: () => void;
}

function Rest({ job, side, main, disabled, onGo }: RestProps) {
  const rest = useRestEstimate(job.id).data;
  const n = rest?.items ?? 0;
  const cost = !rest || isFree(rest.writer) || !rest.priced ? "" : money(rest.cost_usd);
  return (
    <Button
      kind={main ? "primary" : undefined}
      combo={main ? "mod+enter" : undefined}
      disabled={disabled || !rest}
      onClick={onGo}
    >
      {n === 0 ? t.compare.goOn(side) : t.compare.rest(count(n), side, cost)}
    </Button>
  );
}
