import { Switch } from "@mantine/core";
import "@mantine/core/styles/Switch.layer.css";
import { useState } from "react";
import { describeError, useCreateJob, useEstimate, useSettingsOf } from "@/api";
import {
  type Estimate,
  type Field,
  type Job,
  type JobSpec,
  rules,
  type Selection,
  type Strategy,
} from "@/contract";
import { placeOf } from "@/domain/fields";
import { GoLiveDialog } from "@/flows/GoLiveDialog";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { useKeys } from "@/ui/keys/useKeys";
import { Group, Panel } from "@/ui/Panel";
import { TroubleText } from "@/ui/States";
import { asBatch } from "./asBatch";
import { BatchSwitch } from "./BatchSwitch";
import { CollectionsField } from "./CollectionsField";
import { CompareStart } from "./CompareStart";
import { canStart, costOf, EstimateView, FirstOfThem } from "./EstimateView";
import { FieldChoice } from "./FieldChoice";
import { InstructionsField } from "./InstructionsField";
import classes from "./NewJobPanel.module.css";
import { ofSample, type Start, StartWith, startOf } from "./StartWith";
import { UnseenSwitch } from "./UnseenSwitch";
import { useWords } from "./useWords";

interface NewJobPanelProps {
  shop: string;
  /** What the list beside the panel shows. */
  listed: "product" | "collection";
  /** The field that is chosen first. */
  field: Field;
  /** What is chosen in that list. */
  selection: Selection;
  /** How many are chosen there; 0 where all that match are meant. */
  count: number;
  search: string;
  /** Texts that are there are to be replaced, unless the person chooses otherwise. */
  filled?: boolean;
  onCreated: (job: Job) => void;
  /** Two samples were made, of which this is one. */
  onCompared: (job: Job) => void;
  onClose: () => void;
}

/** What a new job writes, how, and its cost: computed again with each choice. */
export function NewJobPanel(props: NewJobPanelProps) {
  const { shop, listed, onCreated, onClose } = props;
  const settings = useSettingsOf(shop);
  const [field, setField] = useState<Field>(props.field);
  const [chosen, setChosen] = useState<string[]>([]);
  // Collections are chosen in the list beside the panel, or, beside products, in the panel.
  const picking = placeOf(field) === "collection" && listed === "product";
  const covered = picking ? pickedOf(chosen) : props;
  const [onlyEmpty, setOnlyEmpty] = useState(!props.filled);
  const [unseen, setUnseen] = useState(false);
  const [batched, setBatched] = useState(false);
  const words = useWords(field);
  const [chosenStrategy, setStrategy] = useState<Strategy>();
  const strategy = chosenStrategy ?? settings?.strategy ?? "review";

  const spec: JobSpec = {
    sample: 0,
    model: "",
    shop_id: shop,
    field,
    selection: covered.selection,
    only_empty: onlyEmpty,
    unseen,
    instructions: words.text.trim(),
    instructions_name: words.name,
    strategy,
  };
  // Instructions do not change the selection: they are left out until the job
  // starts.
  const estimate = useEstimate({ ...spec, instructions: "", instructions_name: "" });
  const items = estimate.data?.items ?? 0;
  const [chosenStart, setStart] = useState<Start>();
  const start = startOf(estimate.data, chosenStart);
  const create = useCreateJob();
  const ready = canStart(estimate.data) && !estimate.isPlaceholderData && !create.isPending;
  const sample = start === "sample" ? rules.sample_size : 0;
  const inBatches = batched && sample === 0 && Boolean(estimate.data?.batch);
  const createNow = () =>
    create.mutate({ ...spec, sample, in_batches: inBatches }, { onSuccess: onCreated });
  const unread = strategy === "publish";
  // What is confirmed is what was asked: another choice, or another estimate, asks again.
  const question = JSON.stringify([spec, sample, items, inBatches]);
  const [asked, setAsked] = useState<string>();
  const begin = unread ? () => setAsked(question) : createNow;
  const action = actionOf(start, items, field, unread);
  useKeys("panel", [
    { combos: ["mod+enter"], label: action, run: begin, inFields: true, off: !ready },
  ]);

  const footer = (
    <>
      <Button kind="quiet" combo="escape" onClick={onClose}>
        {t.newJob.cancel}
      </Button>
      <Button
        kind="primary"
        combo="mod+enter"
        disabled={!ready}
        busy={create.isPending}
        onClick={begin}
      >
        {action}
      </Button>
    </>
  );
  const aside = [coveredWords(field, covered, estimate.data), searchWords(covered)];
  return (
    <Panel
      title={t.newJob.title}
      aside={aside.filter(Boolean).join(", ")}
      footer={footer}
      onClose={onClose}
    >
      <FieldChoice shop={shop} listed={listed} field={field} onChange={setField} />
      {picking && <CollectionsField shop={shop} chosen={chosen} onChange={setChosen} />}
      <Switch
        checked={onlyEmpty}
        onChange={(event) => setOnlyEmpty(event.currentTarget.checked)}
        label={t.newJob.onlyEmpty}
        description={
          estimate.data && coverage(onlyEmpty, items, estimate.data.not_empty, field, unread)
        }
        classNames={{ body: classes.switch, description: classes.switchText }}
      />
      <UnseenSwitch field={field} estimate={estimate.data} checked={unseen} onChange={setUnseen} />
      <InstructionsField shop={shop} field={field} words={words} spec={spec} />
      <CompareStart spec={spec} estimate={estimate.data} onCompared={props.onCompared} />
      <Group label={t.newJob.strategy} note={t.newJob.strategyNote}>
        <Choice
          label={t.newJob.strategy}
          value={strategy}
          onChange={setStrategy}
          options={[
            { value: "review", label: t.newJob.strategies.review, text: t.newJob.reviewText },
            { value: "publish", label: t.newJob.strategies.publish, text: t.newJob.publishText },
          ]}
        />
      </Group>
      <EstimateView
        estimate={estimate.data}
        inBatches={inBatches}
        error={estimate.error}
        field={field}
        shop={shop}
      />
      {estimate.data && items > rules.sample_size && (
        <StartWith estimate={estimate.data} batched={batched} value={start} onChange={setStart} />
      )}
      <BatchSwitch
        estimate={estimate.data}
        off={start === "sample"}
        checked={batched}
        onChange={setBatched}
      />
      {estimate.data && <FirstOfThem estimate={estimate.data} />}
      {unread && ready && asked === question && estimate.data && (
        <GoLiveDialog
          shop={shop}
          field={field}
          count={sample || items}
          onlyEmpty={onlyEmpty}
          cost={costOf(startedAs(estimate.data, sample > 0, inBatches))}
          onConfirm={() => {
            setAsked(undefined);
            createNow();
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
      {create.error && <TroubleText trouble={describeError(create.error)} />}
    </Panel>
  );
}

/** The estimate of what is started. */
function startedAs(estimate: Estimate, sample: boolean, inBatches: boolean): Estimate {
  if (sample) return ofSample(estimate);
  return inBatches ? asBatch(estimate) : estimate;
}

interface Covered {
  selection: Selection;
  count: number;
  search: string;
}

/** How many are chosen one by one, or else how many the job would cover. */
function coveredWords(field: Field, covered: Covered, estimate: Estimate | undefined): string {
  const { selection, count } = covered;
  const named = selection.product_ids ?? selection.collection_ids;
  const n = named ? count : estimate?.matching;
  if (n === undefined) return "";
  return placeOf(field) === "collection" ? t.newJob.forCollections(n) : t.newJob.forProducts(n);
}

function searchWords({ selection, search }: Covered): string {
  return selection.search ? t.newJob.forSearch(search) : "";
}

/** The chosen collections; without one, all. */
function pickedOf(chosen: string[]): Covered {
  const selection = chosen.length > 0 ? { collection_ids: chosen } : { all: true };
  return { selection, count: chosen.length, search: "" };
}

function actionOf(start: Start, items: number, field: Field, unread: boolean): string {
  if (items === 0) return t.newJob.startNone;
  if (unread) return start === "sample" ? t.goLive.askSample : t.goLive.ask(items, field);
  return start === "sample" ? t.newJob.startSample : t.newJob.start(items, field);
}

function coverage(
  onlyEmpty: boolean,
  items: number,
  left: number,
  field: Field,
  unread: boolean,
): string {
  if (onlyEmpty) return t.newJob.onlyEmptyText(items, left, field);
  if (unread) return t.newJob.everythingLiveText(items, field);
  return t.newJob.everythingText(items, field);
}
