import { Textarea } from "@mantine/core";
import { useState } from "react";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Icon } from "@/ui/Icon";
import { Segments } from "@/ui/Segments";
import classes from "./description.module.css";
import type { Loss } from "./losses";
import { RichText } from "./RichText";
import { type Mode, useMode } from "./useMode";

export interface DescriptionFieldProps {
  label: string;
  text: string;
  readOnly: boolean;
  onChange: (text: string) => void;
}

/** A description as rich text if that keeps all of it, else as source. Untouched, it reports no change. */
export default function DescriptionField({
  label,
  text,
  readOnly,
  onChange,
}: DescriptionFieldProps) {
  const words = t.editor.description;
  const mode = useMode(text);
  const [asking, setAsking] = useState(false);
  const { losses } = mode;
  const change = (next: string) => {
    mode.noteTyped(next);
    onChange(next);
  };
  const choose = (next: Mode) => {
    if (next === "source") mode.toSource();
    else if (!mode.tryRich()) setAsking(true);
  };
  return (
    <>
      <div className={classes.mode}>
        <Segments
          label={words.mode}
          value={mode.mode}
          onChange={choose}
          options={[
            { value: "rich", label: words.rich },
            { value: "source", label: words.source },
          ]}
        />
        {losses.length > 0 && (
          <p className={classes.why}>
            <Icon shape="warn" tone="warn" small />{" "}
            {mode.mode === "rich" ? words.losing(losses) : words.why(losses)}
          </p>
        )}
        {losses.length > 0 && mode.mode === "source" && !readOnly && (
          <Button kind="quiet" small onClick={() => setAsking(true)}>
            {words.asRich}
          </Button>
        )}
      </div>
      {mode.mode === "rich" ? (
        <RichText
          key={mode.generation}
          label={label}
          text={text}
          readOnly={readOnly}
          onChange={change}
        />
      ) : (
        <Textarea
          aria-label={label}
          classNames={{ input: classes.source ?? "" }}
          spellCheck={false}
          rows={18}
          readOnly={readOnly}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
      {asking && (
        <LossDialog
          losses={losses}
          onConfirm={() => {
            setAsking(false);
            mode.toRich();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

interface LossDialogProps {
  losses: Loss[];
  onConfirm: () => void;
  onClose: () => void;
}

/** Lists what rich text would lose before it opens a text that it cannot hold. */
function LossDialog({ losses, onConfirm, onClose }: LossDialogProps) {
  const words = t.editor.description;
  return (
    <ConfirmDialog
      title={words.lossTitle}
      action={words.lossAction}
      careful
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{words.lossText}</p>
      <ul className={classes.losses}>
        {words.losses(losses).map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
      <p>{words.lossSafe}</p>
    </ConfirmDialog>
  );
}
