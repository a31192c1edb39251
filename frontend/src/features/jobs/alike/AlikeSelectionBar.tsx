import { useAlikeEstimate } from "@/api";
import type { AlikeGroup, Job } from "@/contract";
import { isFree } from "@/domain/writer";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Kbd } from "@/ui/Kbd";
import { SelectionBar } from "@/ui/SelectionBar";

interface AlikeSelectionBarProps {
  job: Job;
  groups: AlikeGroup[];
  onClear: () => void;
  onKeep: () => void;
  onRegenerate: () => void;
}

/** What can be done with the chosen groups, and what it costs. */
export function AlikeSelectionBar(props: AlikeSelectionBarProps) {
  const { job, groups } = props;
  const texts = groups.reduce((sum, { drafts_total }) => sum + drafts_total, 0);
  const estimate = useAlikeEstimate(
    job.id,
    groups.map(({ id }) => id),
  ).data;
  const n = estimate?.count ?? 0;
  const priced = estimate?.priced && !isFree(job.writer);
  const words = t.alike.keys;
  const note = (
    <>
      <Kbd combo="arrowup" /> <Kbd combo="arrowdown" /> {words.group}&ensp;
      <Kbd combo="arrowright" /> {words.open}&ensp;
      <Kbd combo="x" /> {words.select}&ensp;
      <Kbd combo="space" /> {words.preview}
    </>
  );
  return (
    <SelectionBar title={t.alike.selection(groups.length, texts)} note={note}>
      <Button kind="quiet" small combo="escape" onClick={props.onClear}>
        {t.common.clear}
      </Button>
      <Button small onClick={props.onKeep}>
        {t.alike.keepSome(texts)}
      </Button>
      {n > 0 && (
        <Button kind="primary" small combo="g" onClick={props.onRegenerate}>
          {priced ? t.alike.regenerateAbout(n, estimate.cost_usd) : t.alike.regenerate(n)}
        </Button>
      )}
    </SelectionBar>
  );
}
