import { TextInput } from "@mantine/core";
import { useState } from "react";
import { describeError, useSaveSettings } from "@/api";
import { type Reason, rules, type WriterSpec } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Group } from "@/ui/Panel";
import { TroubleText } from "@/ui/States";
import classes from "./PriceQuestion.module.css";

interface PriceQuestionProps {
  writer: WriterSpec;
  reason: Reason;
}

/** Asks for the model's price, if spending is capped and it is unknown: no job starts before. */
export function PriceQuestion({ writer, reason }: PriceQuestionProps) {
  const words = t.newJob.price;
  const save = useSaveSettings();
  const [input, setInput] = useState("");
  const [output, setOutput] = useState("");
  const keep = (price: { model: string; base_url?: string; input: number; output: number }) =>
    save.mutate({ price: JSON.stringify(price) });
  const typed = isAmount(input) && isAmount(output);
  const amount = (id: string, label: string, value: string, change: (text: string) => void) => (
    <label htmlFor={id}>
      {label}
      <TextInput
        id={id}
        aria-label={label}
        inputMode="decimal"
        leftSection="$"
        value={value}
        onChange={(event) => change(event.currentTarget.value.replace(/[^\d.]/g, ""))}
      />
    </label>
  );
  return (
    <div className={classes.question}>
      <Group label={words.title} note={words.unit}>
        <p className={classes.text}>
          {reason.message} {words.without}
        </p>
        <div className={classes.row}>
          {amount("price-in", words.input, input, setInput)}
          {amount("price-out", words.output, output, setOutput)}
          <Button
            small
            disabled={!typed}
            busy={save.isPending}
            onClick={() =>
              keep({
                model: writer.model ?? "",
                input: Number(input),
                output: Number(output),
              })
            }
          >
            {words.save}
          </Button>
          <Button
            small
            onClick={() =>
              keep({
                model: rules.any_model,
                base_url: writer.base_url ?? "",
                input: 0,
                output: 0,
              })
            }
          >
            {words.free}
          </Button>
        </div>
        {save.error && <TroubleText trouble={describeError(save.error)} />}
      </Group>
    </div>
  );
}

function isAmount(text: string): boolean {
  return text !== "" && Number.isFinite(Number(text));
}
