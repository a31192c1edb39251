import { describeError, useSettings, useShopSettings } from "@/api";
import type { Settings, ShopOverview } from "@/contract";
import { t } from "@/strings";
import { Page, PageHead } from "@/ui/Page";
import { Segments } from "@/ui/Segments";
import { ErrorState, Loading } from "@/ui/States";
import text from "@/ui/text.module.css";
import { Licenses } from "./Licenses";
import { SettingsFields } from "./SettingsFields";
import { ShopFields } from "./scope/ShopFields";

interface SettingsPageProps {
  /** The current shop; none before the first one. */
  shop: ShopOverview | undefined;
  /** Shows what that shop has of its own. */
  ofShop: boolean;
  onScope: (ofShop: boolean) => void;
  onSetup: () => void;
}

/** Preferences of this home, or of one of its shops. */
export function SettingsPage({ shop, ofShop, onScope, onSetup }: SettingsPageProps) {
  const settings = useSettings();
  const only = ofShop ? shop : undefined;
  return (
    <Page>
      <PageHead title={t.settings.title}>
        <span className={`${text.xs} ${text.dim}`}>
          {shop ? t.scopes.label : t.settings.forAll}
        </span>
        {shop && (
          <Segments
            label={t.scopes.label}
            value={only ? "shop" : "all"}
            onChange={(scope) => onScope(scope === "shop")}
            options={[
              { value: "all", label: t.scopes.all },
              { value: "shop", label: t.scopes.only(shop.name) },
            ]}
          />
        )}
        <Licenses />
      </PageHead>
      {settings.isPending && <Loading />}
      {settings.error && (
        <ErrorState trouble={describeError(settings.error)} onRetry={() => settings.refetch()} />
      )}
      {settings.data && !only && <SettingsFields settings={settings.data} onSetup={onSetup} />}
      {settings.data && only && <OfShop key={only.id} shop={only} all={settings.data} />}
    </Page>
  );
}

function OfShop({ shop, all }: { shop: ShopOverview; all: Settings }) {
  const set = useShopSettings(shop.id);
  if (set.error) {
    return <ErrorState trouble={describeError(set.error)} onRetry={() => set.refetch()} />;
  }
  return set.data ? <ShopFields shop={shop} set={set.data} all={all} /> : <Loading />;
}
