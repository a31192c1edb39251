import { Textarea } from "@mantine/core";
import { useEffect, useState } from "react";
import { useInstructions } from "@/api";
import type { Field, Instructions, JobSpec } from "@/contract";
import { rules } from "@/contract";
import { InstructionsDialog } from "@/flows/InstructionsDialog";
import { Placeholders, UnusedWords } from "@/flows/Placeholders";
import { withWord } from "@/flows/placeholderWords";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Group } from "@/ui/Panel";
import { Picker } from "@/ui/Picker";
import classes from "./NewJobPanel.module.css";
import { PromptPreview } from "./PromptPreview";
import type { Words } from "./useWords";

interface InstructionsFieldProps {
  shop: string;
  field: Field;
  words: Words;
  /** The job as it would be made now, for the preview of its prompt. */
  spec: JobSpec;
}

function scopeOf(one: Instructions): string {
  if (one.house) return t.instructions.house;
  return one.shop_id === "" ? t.instructions.forAll : t.instructions.forShop;
}

/** The instructions for the writer: typed, or picked from saved ones; typed ones can be saved. */
export function InstructionsField({ shop, field, words, spec }: InstructionsFieldProps) {
  const saved = useInstructions(field, shop).data ?? [];
  const [saving, setSaving] = useState(false);
  const { text, picked, name, pick, type } = words;
  // A name means its saved text, even if that was changed after it was picked.
  const current = name === "" ? undefined : saved.find((one) => one.id === picked?.id);
  useEffect(() => {
    if (current && current !== picked) pick(current);
  });
  return (
    <Group label={t.newJob.instructions}>
      <div className={classes.words}>
        {saved.length > 0 && (
          <Picker
            label={t.instructions.pick}
            value={picked?.id ?? ""}
            onChange={(id) => pick(saved.find((one) => one.id === id))}
            options={[
              { value: "", label: t.instructions.pickNone },
              ...saved.map((one) => ({
                value: one.id,
                label: `${one.name} (${scopeOf(one)})`,
              })),
            ]}
          />
        )}
        <Textarea
          aria-label={t.newJob.instructions}
          description={t.newJob.instructionsHint}
          inputWrapperOrder={["label", "input", "description", "error"]}
          rows={3}
          maxLength={rules.limits.instructions}
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
        />
      </div>
      <div className={classes.saved}>
        <span role="status">
          {picked &&
            (name === "" ? t.instructions.changed(picked.name) : t.instructions.saved(name))}
        </span>
        {text.trim() !== "" && name === "" && (
          <Button kind="quiet" small onClick={() => setSaving(true)}>
            {t.instructions.save}
          </Button>
        )}
      </div>
      <Placeholders text={text} onInsert={(name) => type(withWord(text, name))} />
      <UnusedWords text={text} shop={shop} />
      <PromptPreview spec={spec} />
      {saving && (
        <InstructionsDialog
          start={{ id: "", name: "", field, shop_id: shop, text: text.trim(), house: false }}
          shop={shop}
          onSaved={(one) => {
            pick(one);
            setSaving(false);
          }}
          onClose={() => setSaving(false)}
        />
      )}
    </Group>
  );
}
