import { PasswordInput, TextInput } from "@mantine/core";
import "@mantine/core/styles/PasswordInput.layer.css";
import { useLocalEndpoints } from "@/api";
import type { LocalEndpoint } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { TroubleText } from "@/ui/States";
import { Step } from "./Step";
import classes from "./setup.module.css";
import type { Setup } from "./useSetup";

interface AddressStepProps {
  setup: Setup;
  keyStored: boolean;
}

/** Where the endpoint is: one that runs here, or an address. */
export function AddressStep({ setup, keyStored }: AddressStepProps) {
  const words = t.setup;
  const local: LocalEndpoint[] = useLocalEndpoints() ?? [];
  const { found, findTrouble } = setup;
  return (
    <Step
      number={1}
      state={found?.listed ? "ok" : findTrouble ? "bad" : undefined}
      title={words.address}
      note={addressNote(setup)}
    >
      {local.map((one) => (
        <Local
          key={one.base_url}
          endpoint={one}
          used={setup.base === one.base_url}
          onUse={() => setup.use(one.base_url)}
        />
      ))}
      <div className={classes.address}>
        <TextInput
          id="setup-address"
          aria-label={words.addressLabel}
          placeholder={local.length > 0 ? words.addressHint : words.addressOnly}
          spellCheck={false}
          value={setup.address}
          onChange={(event) => setup.setAddress(event.currentTarget.value)}
          onBlur={setup.searchAgain}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) setup.search();
          }}
        />
        <PasswordInput
          id="setup-key"
          aria-label={words.key}
          placeholder={keyStored ? words.keyKept : words.keyHint}
          autoComplete="off"
          error={setup.trouble?.code === "writer_key" || undefined}
          visibilityToggleButtonProps={{ "aria-label": t.common.showSecret }}
          value={setup.apiKey}
          onChange={(event) => setup.setKey(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) setup.search();
          }}
        />
      </div>
      <div aria-live="polite">
        {found && found.base_url !== setup.address.trim() && (
          <p className={classes.hint}>{words.added(setup.address.trim(), found.base_url)}</p>
        )}
        {findTrouble && <TroubleText trouble={findTrouble} />}
      </div>
    </Step>
  );
}

function addressNote({ found, findTrouble, searching }: Setup): string {
  const words = t.setup;
  if (searching) return words.searching;
  if (findTrouble) return words.notFound;
  if (!found) return words.notAsked;
  return found.listed ? words.answered(found.millis) : words.noList;
}

interface LocalProps {
  endpoint: LocalEndpoint;
  used: boolean;
  onUse: () => void;
}

/** A model server of this computer, used with one press. */
function Local({ endpoint: { name, base_url, models }, used, onUse }: LocalProps) {
  const words = t.settings.writer;
  return (
    <div className={classes.local} data-used={used || undefined}>
      <Icon shape="screen" tone={used ? "accent" : undefined} />
      <span>
        <b>{words.local(name)}</b>{" "}
        {words.localModels(models?.length ?? 0, base_url.replace(/^http:\/\/|\/v1$/g, ""))}
      </span>
      {used ? (
        <span className={classes.used}>
          <Icon shape="check" small /> {words.inUse}
        </span>
      ) : (
        <Button small label={`${words.use}: ${name}`} onClick={onUse}>
          {words.use}
        </Button>
      )}
    </div>
  );
}
