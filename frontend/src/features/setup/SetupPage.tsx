import { useEffect, useRef } from "react";
import { describeError, useSettings } from "@/api";
import type { Settings } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon, Logo } from "@/ui/Icon";
import { useKeys } from "@/ui/keys/useKeys";
import { ErrorState, Loading, TroubleText } from "@/ui/States";
import { AddressStep } from "./AddressStep";
import { ModelStep } from "./ModelStep";
import classes from "./setup.module.css";
import { TestPane } from "./TestPane";
import { TestStep } from "./TestStep";
import { useSetup } from "./useSetup";

/** Finds a model endpoint, tests one of its models and saves it. */
export function SetupPage({ onDone }: { onDone: () => void }) {
  const settings = useSettings();
  if (settings.error) {
    return (
      <ErrorState trouble={describeError(settings.error)} onRetry={() => void settings.refetch()} />
    );
  }
  if (!settings.data) return <Loading />;
  return <Steps settings={settings.data} onDone={onDone} />;
}

function Steps({ settings, onDone }: { settings: Settings; onDone: () => void }) {
  const words = t.setup;
  const setup = useSetup(settings);
  const canSave = setup.passed !== undefined && !setup.saving;
  const save = () => {
    if (canSave) setup.save(onDone);
  };
  useSearchAtFirst(setup.address, setup.search);
  useKeys("page", [
    { combos: ["t"], label: words.run, run: () => setup.test(), off: !setup.ready },
    { combos: ["mod+enter"], label: words.save(""), run: save, inFields: true, off: !canSave },
    { combos: ["escape"], label: words.notNow, run: onDone },
  ]);
  return (
    <div className={classes.page}>
      <div className={classes.body}>
        <div className={classes.steps}>
          <div className={classes.brand}>
            <Logo size={22} /> Galley
          </div>
          <h1>{words.title}</h1>
          <p className={classes.lead}>
            {words.lead}
            <br />
            {words.leadSafe}
          </p>
          <AddressStep setup={setup} keyStored={settings.writer.key_stored} />
          <ModelStep setup={setup} />
          <TestStep setup={setup} />
        </div>
        <TestPane setup={setup} />
      </div>
      <footer className={classes.foot}>
        <span className={classes.note}>
          {canSave ? (
            words.saved
          ) : (
            <>
              <Icon shape="info" small /> {words.onceTested}
            </>
          )}
        </span>
        {setup.saveTrouble && <TroubleText trouble={setup.saveTrouble} />}
        <span className={classes.spring} />
        <Button kind="quiet" combo="escape" onClick={onDone}>
          {words.notNow}
        </Button>
        <Button
          kind="primary"
          combo="mod+enter"
          busy={setup.saving}
          disabled={!canSave}
          onClick={save}
        >
          {words.save(setup.model)}
        </Button>
      </footer>
    </div>
  );
}

/** Reads the list of a saved address when the page is opened. */
function useSearchAtFirst(address: string, search: () => void) {
  const begun = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed later is asked about when it is whole
  useEffect(() => {
    if (!begun.current && address !== "") search();
    begun.current = true;
  }, []);
}
