import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { describeError, useLearnEstimate, useLearnProfile } from "@/api";
import type { LearnEstimate, LearnedProfile } from "@/contract";
import { writerName } from "@/domain/writer";
import { money } from "@/lib/format";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Loading } from "@/ui/States";
import classes from "./dialogs.module.css";
import { type PartName, type Parts, partsOf, partText, proposals } from "./parts";
import type { ProfileForm } from "./useProfileForm";

interface LearnDialogProps {
  shop: string;
  form: ProfileForm;
  onClose: () => void;
}

/** Asks before the model is asked; then shows what it proposes beside what is in the form. */
export function LearnDialog({ shop, form, onClose }: LearnDialogProps) {
  const words = t.profile.learning;
  const estimate = useLearnEstimate(shop);
  const learn = useLearnProfile(shop);
  if (learn.data) return <Proposal learned={learn.data} form={form} onClose={onClose} />;
  const known = estimate.data;
  const error = learn.error ?? estimate.error;
  return (
    <ConfirmDialog
      title={words.title}
      action={known && !known.needs_price ? words.action : undefined}
      busy={learn.isPending}
      trouble={error ? describeError(error) : undefined}
      onConfirm={() => learn.mutate()}
      onClose={onClose}
    >
      {estimate.isPending && <Loading />}
      {known && <p>{known.needs_price ? known.needs_price.message : asking(known)}</p>}
      {learn.isPending && <p role="status">{words.asking}</p>}
    </ConfirmDialog>
  );
}

function asking(known: LearnEstimate): string {
  const words = t.profile.learning;
  const cost = known.priced && known.cost_usd > 0 ? words.about(money(known.cost_usd)) : "";
  return words.text(known.texts, writerName(known.writer), cost);
}

/** What a person takes over of a proposal: what is empty is ticked, what was written is not. */
function Proposal(props: { learned: LearnedProfile; form: ProfileForm; onClose: () => void }) {
  const { learned, form, onClose } = props;
  const words = t.profile.learning;
  const proposed = partsOf(learned.proposed);
  const found = proposals(form.now, proposed);
  const [taken, setTaken] = useState(() => found.filter((p) => p.empty).map((p) => p.name));
  const take = () => {
    form.take(chosen(proposed, taken));
    onClose();
  };
  return (
    <ConfirmDialog
      title={words.resultTitle}
      action={taken.length > 0 ? words.action2(taken.length) : undefined}
      onConfirm={take}
      onClose={onClose}
    >
      <p>{found.length > 0 ? words.resultText : words.same}</p>
      <Checkbox.Group value={taken} onChange={(next) => setTaken(next as PartName[])}>
        <div className={classes.proposals}>
          {found.map(({ name, empty }) => (
            <div key={name}>
              <Checkbox size="xs" value={name} label={words.take(t.profile.parts[name])} />
              <dl>
                <dt>{words.now}</dt>
                <dd>{empty ? words.empty : partText(form.now, name)}</dd>
                <dt>{words.proposed}</dt>
                <dd>
                  <ins>{partText(proposed, name)}</ins>
                </dd>
                {!empty && (
                  <>
                    <dt />
                    <dd>{words.yours}</dd>
                  </>
                )}
              </dl>
            </div>
          ))}
        </div>
      </Checkbox.Group>
    </ConfirmDialog>
  );
}

function chosen(proposed: Parts, names: PartName[]): Partial<Parts> {
  return Object.fromEntries(names.map((name) => [name, proposed[name]]));
}
