import { TextInput } from "@mantine/core";
import { describeError, useSaveShopSettings } from "@/api";
import type { Settings, ShopOverview, ShopSettings } from "@/contract";
import { t } from "@/strings";
import { Choice } from "@/ui/Choice";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyTrouble } from "@/ui/notify";
import { CapFields } from "../CapFields";
import { toForm } from "../draft";
import { HouseVoices } from "../HouseVoices";
import { Field, Section } from "../layout";
import { SaveBar } from "../SaveBar";
import { SectionNav } from "../SectionNav";
import classes from "../settings.module.css";
import { WriterFields } from "../WriterFields";
import { type Group, isAsAll, isOwn } from "./groups";
import own from "./scope.module.css";
import { useShopForm } from "./useShopForm";
import { Whose } from "./Whose";

interface ShopFieldsProps {
  shop: ShopOverview;
  set: ShopSettings;
  /** What all shops have. */
  all: Settings;
}

/** What one shop has of its own, beside what it takes from all shops. */
export function ShopFields({ shop, set, all }: ShopFieldsProps) {
  const { form, values, reset, changes, returning, goBack, discard, saved } = useShopForm(set, all);
  const save = useSaveShopSettings(shop.id);
  const dirty = changes.length > 0;
  const trySubmit = () =>
    save.mutate(
      { values, reset },
      {
        onSuccess: (kept) => {
          form.setValues(toForm(kept.in_force));
          saved();
        },
        onError: (error) => notifyTrouble(describeError(error)),
      },
    );
  useKeys("page", [
    { combos: ["mod+s"], label: t.common.save, run: trySubmit, inFields: true, off: !dirty },
  ]);
  const whose = (group: Group) => (
    <Whose
      group={group}
      shop={shop.name}
      own={!returning.includes(group) && (isOwn(group, set) || !isAsAll(group, form.values, all))}
      onBack={() => goBack(group)}
    />
  );
  const { strategy, person } = t.settings;
  const writer = {
    ...values,
    "writer.kind": form.values.kind,
    "writer.base_url": form.values.baseUrl,
    "writer.model": form.values.model,
  };
  return (
    <>
      <div className={classes.body}>
        <SectionNav />
        <div className={classes.form}>
          <p className={own.lead}>{t.scopes.text(shop.name)}</p>
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
            <div className={own.below}>{whose("strategy")}</div>
          </Section>
          <WriterFields form={form} saved={set.in_force.writer} values={writer}>
            {whose("writer")}
          </WriterFields>
          <CapFields form={form} shop={shop.id} whose={whose} />
          <Section title={person.title} text={person.text}>
            <Field label={person.label} id="person">
              <TextInput id="person" {...form.getInputProps("person")} />
            </Field>
            <Field label="">{whose("person")}</Field>
          </Section>
          <HouseVoices shop={shop.id} />
        </div>
      </div>
      {dirty && (
        <SaveBar changes={changes} busy={save.isPending} onSave={trySubmit} onDiscard={discard} />
      )}
    </>
  );
}
