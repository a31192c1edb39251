import { TextInput } from "@mantine/core";
import { describeError, useSaveSettings, useVersion } from "@/api";
import type { Settings } from "@/contract";
import { t } from "@/strings";
import { Choice } from "@/ui/Choice";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyTrouble } from "@/ui/notify";
import { AppearanceFields } from "./AppearanceFields";
import { CapFields } from "./CapFields";
import { CopiesSection } from "./CopiesSection";
import { DataFileSection } from "./DataFileSection";
import { toForm } from "./draft";
import { HouseVoices } from "./HouseVoices";
import { Field, Section } from "./layout";
import { NoticeFields } from "./NoticeFields";
import { SaveBar } from "./SaveBar";
import { SectionNav } from "./SectionNav";
import classes from "./settings.module.css";
import { useSettingsForm } from "./useSettingsForm";
import { WriterFields } from "./WriterFields";

interface SettingsFieldsProps {
  settings: Settings;
  /** Opens the set-up of the writer. */
  onSetup: () => void;
}

/** All settings as one form: nothing counts before Save, except how the window looks. */
export function SettingsFields({ settings, onSetup }: SettingsFieldsProps) {
  const { form, values, changes } = useSettingsForm(settings);
  const save = useSaveSettings();
  const version = useVersion();
  const dirty = changes.length > 0;
  const submit = async () => {
    try {
      form.setValues(toForm(await save.mutateAsync(values)));
    } catch (error) {
      notifyTrouble(describeError(error));
      throw error;
    }
  };
  const trySubmit = () => void submit().catch(() => {});
  useKeys("page", [
    { combos: ["mod+s"], label: t.common.save, run: trySubmit, inFields: true, off: !dirty },
  ]);

  const { strategy, person } = t.settings;
  return (
    <>
      <div className={classes.body}>
        <SectionNav />
        <div className={classes.form}>
          <Section title={strategy.title} text={strategy.text}>
            <Choice
              label={strategy.title}
              value={form.values.strategy}
              onChange={(value) => form.setFieldValue("strategy", value)}
              options={[
                { value: "review", label: strategy.names.review, text: strategy.review },
                { value: "publish", label: strategy.names.publish, text: strategy.publish },
              ]}
            />
          </Section>
          <WriterFields form={form} saved={settings.writer} values={values} onSetup={onSetup} />
          <CapFields form={form} />
          <Section title={person.title} text={person.text}>
            <Field label={person.label} id="person">
              <TextInput id="person" {...form.getInputProps("person")} />
            </Field>
          </Section>
          <HouseVoices />
          <NoticeFields />
          <AppearanceFields appearance={settings.appearance} />
          <DataFileSection />
          <CopiesSection />
          {version && <p className={classes.version}>{t.settings.version(version)}</p>}
        </div>
      </div>
      {dirty && (
        <SaveBar
          changes={changes}
          busy={save.isPending}
          onSave={trySubmit}
          onDiscard={form.reset}
        />
      )}
    </>
  );
}
