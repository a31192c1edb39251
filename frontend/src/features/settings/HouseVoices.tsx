import { useState } from "react";
import { describeError, useDeleteInstructions, useInstructions, useShops } from "@/api";
import type { Instructions } from "@/contract";
import { InstructionsDialog } from "@/flows/InstructionsDialog";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { TroubleText } from "@/ui/States";
import classes from "./HouseVoices.module.css";
import { Section } from "./layout";

/**
 * Instructions saved by name: read, edited, deleted; with a shop those that it can use, which can be moved to it or to
 * all shops. Jobs keep the text they started with.
 */
export function HouseVoices({ shop = "" }: { shop?: string }) {
  const words = t.instructions;
  const saved = useInstructions("", shop);
  const voices = saved.data?.filter((one) => !one.house);
  const [edited, setEdited] = useState<Instructions>();
  const [leaving, setLeaving] = useState<Instructions>();
  return (
    <Section title={words.title} text={words.text}>
      {saved.error && <TroubleText trouble={describeError(saved.error)} />}
      {voices?.length === 0 && <p className={classes.none}>{words.none}</p>}
      <ul className={classes.list}>
        {voices?.map((voice) => (
          <Voice
            key={voice.id}
            voice={voice}
            onEdit={() => setEdited(voice)}
            onDelete={() => setLeaving(voice)}
          />
        ))}
      </ul>
      {edited && (
        <InstructionsDialog
          start={edited}
          shop={shop || edited.shop_id}
          onSaved={() => setEdited(undefined)}
          onClose={() => setEdited(undefined)}
        />
      )}
      {leaving && <DeleteVoice voice={leaving} onClose={() => setLeaving(undefined)} />}
    </Section>
  );
}

interface VoiceProps {
  voice: Instructions;
  onEdit: () => void;
  onDelete: () => void;
}

function Voice({ voice, onEdit, onDelete }: VoiceProps) {
  const words = t.instructions;
  const shop = useShops().data?.find((one) => one.id === voice.shop_id);
  return (
    <li>
      <div>
        <b>{voice.name}</b>
        <small>
          {t.jobs.field(voice.field)}, {shop?.name ?? words.forAll}
        </small>
        <p title={voice.text}>{voice.text}</p>
      </div>
      <Button kind="quiet" small label={words.editNamed(voice.name)} onClick={onEdit}>
        {words.edit}
      </Button>
      <Button kind="quiet" small label={words.deleteNamed(voice.name)} onClick={onDelete}>
        {words.delete}
      </Button>
    </li>
  );
}

function DeleteVoice({ voice, onClose }: { voice: Instructions; onClose: () => void }) {
  const remove = useDeleteInstructions();
  return (
    <ConfirmDialog
      title={t.instructions.deleteTitle(voice.name)}
      action={t.instructions.deleteButton}
      careful
      busy={remove.isPending}
      trouble={remove.error ? describeError(remove.error) : undefined}
      onConfirm={() => remove.mutate(voice.id, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t.instructions.deleteText}</p>
    </ConfirmDialog>
  );
}
