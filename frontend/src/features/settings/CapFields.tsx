import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useSpending } from "@/api";
import type { Spend } from "@/contract";
import { spendWords } from "@/domain/spend";
import { money } from "@/lib/format";
import { t } from "@/strings";
import { CapBar } from "@/ui/Bars";
import { Field, Section } from "./layout";
import classes from "./settings.module.css";
import { type Form, numberProps } from "./useSettingsForm";

type Cap = "capJob" | "capDay" | "capMonth";

interface CapFieldsProps {
  form: Form;
  /** The shop whose caps and costs these are; without one those of all together. */
  shop?: string;
  /** Says of a cap whether it is the shop's own. */
  whose?: (cap: Cap) => ReactNode;
}

/** What writing may cost: at a cap a job pauses. */
export function CapFields({ form, shop = "", whose }: CapFieldsProps) {
  const words = t.settings.caps;
  const spending = useSpending(shop);
  const amount = (name: Cap, label: string, spent?: ReactNode) => (
    <Field label={label} id={`settings-${name}`}>
      <div className={`${classes.pace} ${classes.caps}`}>
        <TextInput
          id={`settings-${name}`}
          leftSection="$"
          placeholder={words.none}
          {...numberProps(form, name)}
        />
        {spent}
        {whose?.(name)}
      </div>
    </Field>
  );
  const spent = (of: Spend | undefined, cap: string, say: typeof words.today) =>
    of && <Spent spent={of} cap={Number(cap)} say={say} />;
  return (
    <Section title={words.title} text={shop === "" ? words.text : t.scopes.capsText}>
      {amount("capJob", words.job)}
      {amount("capDay", words.day, spent(spending?.day, form.values.capDay, words.today))}
      {amount("capMonth", words.month, spent(spending?.month, form.values.capMonth, words.inMonth))}
    </Section>
  );
}

interface SpentProps {
  spent: Spend;
  cap: number;
  say: (usd: string, reserved: string) => string;
}

/** How much of a cap is used. */
function Spent({ spent, cap, say }: SpentProps) {
  const total = spent.total_usd;
  const words = say(spendWords(spent), spent.reserved_usd > 0 ? money(spent.reserved_usd) : "");
  return (
    <span className={classes.used} data-warn={(cap > 0 && total >= cap) || undefined}>
      {cap > 0 && <CapBar spent={total} cap={cap} label={words} />}
      {words}
    </span>
  );
}
