import { useState } from "react";
import { describeError, useComparison } from "@/api";
import type { Comparison, Job, ShopOverview } from "@/contract";
import { writerName } from "@/domain/writer";
import { moment, money } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Page, PageHead } from "@/ui/Page";
import { Segments } from "@/ui/Segments";
import { ErrorState, Loading } from "@/ui/States";
import { AgainDialog } from "./AgainDialog";
import { CompareBar } from "./CompareBar";
import { CompareRow } from "./CompareRow";
import { type Kind, kindOf, type Side, startOf } from "./choice";
import classes from "./compare.module.css";
import { SideHead } from "./SideHead";
import { useChoices } from "./useChoices";

interface ComparePageProps {
  shop: ShopOverview;
  /** Either of the two samples. */
  job: string;
  onBack: () => void;
  onJob: (job: Job) => void;
  /** One side is written again: the comparison has another address then. */
  onMoved: (job: string) => void;
}

/** Two samples of the same products side by side: a person keeps the better draft of each. */
export function ComparePage(props: ComparePageProps) {
  const comparison = useComparison(props.job);
  if (comparison.data) return <Known {...props} comparison={comparison.data} />;
  if (comparison.error) {
    return (
      <ErrorState trouble={describeError(comparison.error)} onRetry={() => comparison.refetch()} />
    );
  }
  return <Loading />;
}

function Known({
  comparison,
  onBack,
  onJob,
  onMoved,
}: ComparePageProps & { comparison: Comparison }) {
  const words = t.compare;
  const { a, b, sum_a, sum_b } = comparison;
  const pairs = comparison.pairs ?? [];
  const [swapped, setSwapped] = useState(false);
  const [again, setAgain] = useState<{ side: Side; instead?: Kind }>();
  const chosen = useChoices(pairs);
  const kind = kindOf(comparison);
  const ended = Boolean(a.finished_at && b.finished_at);
  const sides: [Side, Side] = swapped ? ["b", "a"] : ["a", "b"];
  return (
    <Page>
      <PageHead
        before={
          <Button kind="quiet" small icon="left" onClick={onBack}>
            {t.shell.products}
          </Button>
        }
        title={words.titles[kind]}
        aside={words.aside(t.jobs.field(a.field), a.name)}
      >
        <Segments
          label={words.of}
          value={kind}
          disabled={!ended}
          onChange={(instead) => setAgain({ side: "b", instead })}
          options={[
            { value: "instructions", label: words.start.kinds.instructions },
            { value: "models", label: words.start.kinds.models },
          ]}
        />
        <Button icon="sync" onClick={() => setSwapped(!swapped)}>
          {words.swap}
        </Button>
      </PageHead>
      <div className={`${classes.grid} ${classes.heads}`}>
        <div className={classes.legend}>
          <b>
            {words.written(
              a.started_at ? moment(a.started_at) : "",
              kind === "models" ? "" : writerName(a.writer),
            )}
          </b>
          <span>{words.underlined}</span>
          <span>{words.average(pairs.length)}</span>
        </div>
        {sides.map((side) => (
          <SideHead
            key={side}
            side={side}
            kind={kind}
            job={side === "a" ? a : b}
            other={side === "a" ? b : a}
            sum={side === "a" ? sum_a : sum_b}
            total={pairs.length}
            onAgain={() => setAgain({ side })}
          />
        ))}
        <span className={classes.keep}>{words.keep}</span>
      </div>
      <div className={classes.rows}>
        {pairs.map((pair, at) => {
          const id = pair.a.place.id;
          return (
            <CompareRow
              key={id}
              pair={pair}
              sides={sides}
              unit={sum_a.unit}
              kept={chosen.choices[id]}
              current={chosen.at === at}
              open={chosen.open === id}
              onCurrent={() => chosen.go(at)}
              onOpen={() => chosen.toggle(id)}
              onKeep={(side) => chosen.keep([pair], side)}
            />
          );
        })}
      </div>
      <CompareBar comparison={comparison} choices={chosen.choices} onJob={onJob} />
      {again && (
        <AgainDialog
          side={again.side}
          job={comparison[again.side]}
          other={again.side === "a" ? b : a}
          instead={again.instead && { kind: again.instead, ...startOf(comparison, again.instead) }}
          count={pairs.length}
          cost={money(again.side === "a" ? sum_a.cost_usd : sum_b.cost_usd)}
          onWritten={(next) => {
            setAgain(undefined);
            onMoved(next.a.id);
          }}
          onClose={() => setAgain(undefined)}
        />
      )}
    </Page>
  );
}
