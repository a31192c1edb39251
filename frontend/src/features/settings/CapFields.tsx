import { TextInput } from "@mantine/core";
import { useSpentToday } from "@/api";
import { spendWords } from "@/domain/spend";
import { money } from "@/lib/format";
import { t } from "@/strings";
import { CapBar } from "@/ui/Bars";
import { Field, Section } from "./layout";
import classes from "./settings.module.css";
import { type Form, numberProps } from "./useSettingsForm";

/** What writing may cost: at a cap a job pauses. */
export function CapFields({ form }: { form: Form }) {
  const words = t.settings.caps;
  const amount = (name: "capJob" | "capDay", label: string) => (
    <Field label={label} id={`settings-${name}`}>
      <div className={`${classes.pace} ${classes.caps}`}>
        <TextInput
          id={`settings-${name}`}
          leftSection="$"
          placeholder={words.none}
          {...numberProps(form, name)}
        />
        {name === "capDay" && <SpentOfDay cap={Number(form.values.capDay)} />}
      </div>
    </Field>
  );
  return (
    <Section title={words.title} text={words.text}>
      {amount("capJob", words.job)}
      {amount("capDay", words.day)}
    </Section>
  );
}

/** How much of the day's cap is used. */
function SpentOfDay({ cap }: { cap: number }) {
  const today = useSpentToday();
  if (today === undefined) return null;
  const spent = today.total_usd;
  const words = t.settings.caps.today(
    spendWords(today),
    today.reserved_usd > 0 ? money(today.reserved_usd) : "",
  );
  return (
    <span className={classes.used} data-warn={(cap > 0 && spent >= cap) || undefined}>
      {cap > 0 && <CapBar spent={spent} cap={cap} label={words} />}
      {words}
    </span>
  );
}
