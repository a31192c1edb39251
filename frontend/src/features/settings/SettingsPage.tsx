import { describeError, useSettings } from "@/api";
import { t } from "@/strings";
import { Page, PageHead } from "@/ui/Page";
import { ErrorState, Loading } from "@/ui/States";
import text from "@/ui/text.module.css";
import { Licenses } from "./Licenses";
import { SettingsFields } from "./SettingsFields";

/** Preferences of this home. */
export function SettingsPage({ onSetup }: { onSetup: () => void }) {
  const settings = useSettings();
  return (
    <Page>
      <PageHead title={t.settings.title}>
        <span className={`${text.xs} ${text.dim}`}>{t.settings.forAll}</span>
        <Licenses />
      </PageHead>
      {settings.isPending && <Loading />}
      {settings.error && (
        <ErrorState trouble={describeError(settings.error)} onRetry={() => settings.refetch()} />
      )}
      {settings.data && <SettingsFields settings={settings.data} onSetup={onSetup} />}
    </Page>
  );
}
