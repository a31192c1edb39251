import { useEffect, useState } from "react";
import { describeError, usePrefix, useProfile, useSaveProfile } from "@/api";
import type { JobSpec, Profile, ShopOverview } from "@/contract";
import { PromptDialog } from "@/flows/PromptDialog";
import { count, percent } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyTrouble } from "@/ui/notify";
import { Page, PageHead } from "@/ui/Page";
import { SelectionBar } from "@/ui/SelectionBar";
import { ErrorState, Loading } from "@/ui/States";
import text from "@/ui/text.module.css";
import { AvoidedWords } from "./AvoidedWords";
import { CopyDialog } from "./CopyDialog";
import { GoodTexts } from "./GoodTexts";
import { Habits } from "./Habits";
import { Lengths } from "./Lengths";
import { wrongLengths } from "./parts";
import classes from "./profile.module.css";
import { ShopFactsSection } from "./ShopFactsSection";
import { Terms } from "./Terms";
import { useProfileForm } from "./useProfileForm";
import { VoiceFields } from "./VoiceFields";
import { WritingSection } from "./WritingSection";

interface ProfilePageProps {
  shop: ShopOverview;
  /** Called as the form changes: whether something in it is not saved. */
  onUnsaved: (unsaved: boolean) => void;
  onSettings: () => void;
}

/** How a shop speaks: what goes to the writer with each of its products. */
export function ProfilePage(props: ProfilePageProps) {
  const profile = useProfile(props.shop.id);
  return (
    <Page>
      {profile.data ? (
        <Form {...props} saved={profile.data} />
      ) : profile.error ? (
        <ErrorState trouble={describeError(profile.error)} onRetry={() => profile.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Form({ shop, saved, onUnsaved, onSettings }: ProfilePageProps & { saved: Profile }) {
  const words = t.profile;
  const form = useProfileForm(saved);
  const save = useSaveProfile(shop.id);
  const [copying, setCopying] = useState(false);
  const [prompted, setPrompted] = useState(false);
  const changes = form.changed.length;
  useEffect(() => onUnsaved(changes > 0), [changes, onUnsaved]);
  useEffect(() => () => onUnsaved(false), [onUnsaved]);
  const ready = changes > 0 && wrongLengths(form.now.lengths).length === 0 && !save.isPending;
  const keep = () =>
    save.mutate(form.profile, {
      onSuccess: form.discard,
      onError: (error) => notifyTrouble(describeError(error)),
    });
  useKeys("page", [
    { combos: ["mod+s"], label: words.save, run: keep, inFields: true, off: !ready },
  ]);
  return (
    <>
      <PageHead title={words.title} aside={shop.name}>
        <Prefix shop={shop.id} />
        <Button onClick={() => setCopying(true)}>{words.copyFrom}</Button>
        <Button icon="lines" onClick={() => setPrompted(true)}>
          {words.showPrompt}
        </Button>
      </PageHead>
      <div className={classes.body}>
        <div>
          <VoiceFields form={form} />
          <Habits form={form} />
          <Lengths form={form} />
          <ShopFactsSection shop={shop} />
        </div>
        <div>
          <GoodTexts shop={shop} saved={saved} form={form} />
          <AvoidedWords form={form} saved={saved} />
          <Terms form={form} />
          <WritingSection shop={shop.id} onSettings={onSettings} />
        </div>
      </div>
      {changes > 0 && (
        <SelectionBar
          label={words.changes(changes)}
          title={words.changes(changes)}
          note={words.changesNote(form.changed.map((name) => words.parts[name]))}
        >
          <Button kind="quiet" onClick={form.discard}>
            {words.discard}
          </Button>
          <Button
            kind="primary"
            combo="mod+s"
            disabled={!ready}
            busy={save.isPending}
            onClick={keep}
          >
            {words.save}
          </Button>
        </SelectionBar>
      )}
      {copying && <CopyDialog shop={shop.id} form={form} onClose={() => setCopying(false)} />}
      {prompted && <PromptDialog spec={anyJob(shop.id)} onClose={() => setPrompted(false)} />}
    </>
  );
}

/** What the profile adds to every request, and how much of the input was cached. */
function Prefix({ shop }: { shop: string }) {
  const prefix = usePrefix(shop).data;
  if (!prefix) return null;
  const share = prefix.sent > 0 ? t.profile.cached(percent(prefix.cached, prefix.sent)) : "";
  return (
    <span className={`${text.xs} ${text.dim} ${text.cut}`} title={t.profile.cachedHint}>
      {t.profile.prefix(count(prefix.tokens)) + share}
    </span>
  );
}

/** A job over everything, to show its prompt. */
function anyJob(shop: string): JobSpec {
  return {
    shop_id: shop,
    field: "description",
    selection: { all: true },
    only_empty: false,
    sample: 0,
    model: "",
    instructions: "",
    instructions_name: "",
    strategy: "review",
    unseen: false,
  };
}
