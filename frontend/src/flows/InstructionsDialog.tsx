import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { describeError, useSaveInstructions } from "@/api";
import type { Instructions } from "@/contract";
import { rules } from "@/contract";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Segments } from "@/ui/Segments";
import { Placeholders } from "./Placeholders";
import { withWord } from "./placeholderWords";

interface InstructionsDialogProps {
  /** The saved instructions; new ones have no id, and the dialog asks only for their name. */
  start: Instructions;
  /** The shop that "This shop" means; without one the instructions are for all. */
  shop: string;
  onSaved: (saved: Instructions) => void;
  onClose: () => void;
}

/** Saves instructions for the writer under a name, for one shop or for all. */
export function InstructionsDialog({ start, shop, onSaved, onClose }: InstructionsDialogProps) {
  const words = t.instructions;
  const save = useSaveInstructions();
  const [draft, setDraft] = useState(start);
  const [missing, setMissing] = useState(false);
  const fresh = start.id === "";
  const set = (part: Partial<Instructions>) => setDraft((now) => ({ ...now, ...part }));
  const submit = () => {
    if (draft.name.trim() === "") return setMissing(true);
    save.mutate(draft, { onSuccess: onSaved });
  };
  return (
    <ConfirmDialog
      title={fresh ? words.saveTitle : words.editTitle(start.name)}
      action={words.saveButton}
      asks
      busy={save.isPending}
      trouble={save.error ? describeError(save.error) : undefined}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{words.scopeField(t.jobs.field(draft.field))}</p>
      <TextInput
        label={words.name}
        placeholder={words.nameHint}
        data-autofocus
        maxLength={rules.limits.instructions_name}
        value={draft.name}
        error={missing && draft.name.trim() === "" ? words.needName : undefined}
        onChange={(event) => set({ name: event.currentTarget.value })}
        onKeyDown={(event) => event.key === "Enter" && submit()}
      />
      {!fresh && (
        <Textarea
          label={words.words}
          rows={6}
          maxLength={rules.limits.instructions}
          value={draft.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
      )}
      {!fresh && (
        <Placeholders
          text={draft.text}
          onInsert={(name) => set({ text: withWord(draft.text, name) })}
        />
      )}
      {shop !== "" && (
        <div>
          <Segments
            label={words.scope}
            value={draft.shop_id === "" ? "all" : "shop"}
            onChange={(scope) => set({ shop_id: scope === "all" ? "" : shop })}
            options={[
              { value: "shop", label: words.scopes.shop },
              { value: "all", label: words.scopes.all },
            ]}
          />
        </div>
      )}
    </ConfirmDialog>
  );
}
