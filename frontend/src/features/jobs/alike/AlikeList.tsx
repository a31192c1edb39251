import { useState } from "react";
import { describeError, perform, useAlike, useKeepAlike, useLiveAlike } from "@/api";
import type { Alike, AlikeGroup, Job, ShopOverview } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import { Empty, ErrorState, Loading } from "@/ui/States";
import { AlikeMembers } from "./AlikeMembers";
import { AlikeRow } from "./AlikeRow";
import { AlikeSelectionBar } from "./AlikeSelectionBar";
import classes from "./alike.module.css";
import { aboutGroup, groupsIn, type Scope, sizeIn, stateOf } from "./groups";
import { KeptGroups } from "./KeptGroups";
import { LiveGroups, type NewJobOf } from "./LiveGroups";
import { RegenerateAlikeDialog } from "./RegenerateAlikeDialog";
import { useGroupKeys } from "./useGroupKeys";

interface AlikeListProps {
  shop: ShopOverview;
  job: Job;
  scope: Scope;
  onPreview: (position: number) => void;
  onNewJob: (of: NewJobOf) => void;
}

/** The groups of a job's drafts that are too much alike: keep them, or have them written again. */
export function AlikeList(props: AlikeListProps) {
  const found = useAlike(props.job.id);
  if (found.data) return <Groups {...props} found={found.data} />;
  if (found.error) {
    return <ErrorState trouble={describeError(found.error)} onRetry={() => found.refetch()} />;
  }
  return <Loading />;
}

function Groups({ shop, job, scope, found, ...props }: AlikeListProps & { found: Alike }) {
  const groups = groupsIn(found, scope);
  const [asking, setAsking] = useState<string[]>();
  const list = useGroupKeys(groups, {
    onPreview: props.onPreview,
    onRegenerate: () => setAsking(list.chosen.map(({ id }) => id)),
  });
  const live = useLiveAlike(shop.id, job.id).data ?? [];
  const keep = useKeeping(shop.id, job.id, list.clear);
  const kept = found.kept ?? [];
  const shown = scope === "shop" ? live : [];
  return (
    <>
      <section className={classes.list} aria-label={t.jobs.items.alike}>
        <div className={classes.section}>
          <h2>{t.alike.ofJob(job.field)}</h2>
          <span>{t.alike.compared(found.drafts, scope === "shop" ? found.live : 0)}</span>
        </div>
        {job.strategy === "publish" && <p className={classes.rule}>{t.alike.firstPublished}</p>}
        {groups.length === 0 && (
          <Empty>{(found.groups ?? []).length > 0 ? t.alike.noneInJob : t.alike.none}</Empty>
        )}
        <ul>
          {groups.map((group) => {
            const title = t.alike.title(group, scope === "shop" ? group.live_total : 0);
            return (
              <AlikeRow
                key={group.id}
                id={group.id}
                title={title}
                about={aboutGroup(group, found.drafts)}
                size={sizeIn(group, scope)}
                state={stateOf(group)}
                current={list.current === group.id}
                open={list.open.has(group.id)}
                chosen={list.chosen.includes(group)}
                onChoose={() => list.toggle(group.id)}
                onOpen={() => list.toggleOpen(group.id)}
                onCurrent={() => list.setCurrent(group.id)}
                texts={
                  <AlikeMembers
                    id={`${group.id}-texts`}
                    group={group}
                    shop={shop}
                    jobOnly={scope === "job"}
                    onPreview={props.onPreview}
                  />
                }
              >
                <Button small label={t.alike.keepLabel(title)} onClick={() => keep([group])}>
                  {t.alike.keep}
                </Button>
                {group.regenerate > 0 && (
                  <Button
                    small
                    label={t.alike.regenerateLabel(group.regenerate, title)}
                    onClick={() => setAsking([group.id])}
                  >
                    {t.alike.regenerate(group.regenerate)}
                  </Button>
                )}
              </AlikeRow>
            );
          })}
        </ul>
        {shown.length > 0 && (
          <LiveGroups shop={shop} groups={shown} onKeep={keep} onNewJob={props.onNewJob} />
        )}
        {kept.length > 0 && <KeptGroups shop={shop.id} job={job.id} groups={kept} />}
      </section>
      {list.chosen.length > 0 && (
        <AlikeSelectionBar
          job={job}
          groups={list.chosen}
          onClear={list.clear}
          onKeep={() => keep(list.chosen)}
          onRegenerate={() => setAsking(list.chosen.map(({ id }) => id))}
        />
      )}
      {asking && (
        <RegenerateAlikeDialog
          shop={shop.id}
          job={job.id}
          groups={asking}
          onDone={() => {
            setAsking(undefined);
            list.clear();
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

function useKeeping(shop: string, job: string, onDone: () => void) {
  const keep = useKeepAlike(shop, job);
  return (groups: AlikeGroup[]) =>
    perform(
      keep,
      groups.map(({ id }) => id),
      {
        onSuccess: () => {
          notifyPlain(t.alike.keptNow(groups.length));
          onDone();
        },
        onError: (error) => notifyTrouble(describeError(error)),
      },
    );
}
