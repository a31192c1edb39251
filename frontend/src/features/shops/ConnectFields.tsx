import { PasswordInput, TextInput } from "@mantine/core";
import "@mantine/core/styles/PasswordInput.layer.css";
import { useState } from "react";
import { rules, type ShopOverview } from "@/contract";
import { redirectUrl, signInOf } from "@/domain/signIn";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Group } from "@/ui/Panel";
import classes from "./ConnectShopify.module.css";
import type { ConnectForm } from "./useConnectForm";

interface FieldsProps {
  form: ConnectForm;
  known: ShopOverview | undefined;
}

/** Which of the three ways, and what each of them takes. */
export function ConnectFields({ form, known }: FieldsProps) {
  const words = t.shops.addPanel;
  const [more, setMore] = useState(false);
  const way = signInOf(form.values.way);
  return (
    <>
      {!known && (
        <TextInput
          label={words.domain}
          description={words.domainHint}
          spellCheck={false}
          {...form.getInputProps("domain")}
        />
      )}
      <Group label={t.signIn.how}>
        <Choice
          label={t.signIn.how}
          value={form.values.way}
          onChange={(way) => form.setFieldValue("way", way)}
          options={rules.sign_ins.map(({ way }) => ({ value: way, ...t.signIn.ways[way] }))}
        />
      </Group>
      {way.needs_app ? <App form={form} known={known} /> : <Token form={form} />}
      {way.in_browser && <Redirect port={form.values.port} />}
      {more ? (
        <More form={form} known={known} />
      ) : (
        (!known || way.in_browser) && (
          <div>
            <Button kind="quiet" small onClick={() => setMore(true)}>
              {words.more}
            </Button>
          </div>
        )
      )}
    </>
  );
}

function Token({ form }: { form: ConnectForm }) {
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ "aria-label": t.common.showSecret }}
      label={t.signIn.token}
      description={t.signIn.tokenHint}
      autoComplete="off"
      {...form.getInputProps("token")}
    />
  );
}

function App({ form, known }: FieldsProps) {
  const words = t.signIn;
  return (
    <>
      <TextInput
        label={words.clientId}
        description={words.clientIdHint}
        spellCheck={false}
        {...form.getInputProps("clientId")}
      />
      <PasswordInput
        visibilityToggleButtonProps={{ "aria-label": t.common.showSecret }}
        label={words.clientSecret}
        description={known?.client_id ? words.clientSecretKept : words.clientSecretHint}
        autoComplete="off"
        {...form.getInputProps("clientSecret")}
      />
    </>
  );
}

function Redirect({ port }: { port: string }) {
  return (
    <p className={classes.redirect}>
      {t.signIn.redirect} <code>{redirectUrl(Number(port))}</code>
    </p>
  );
}

function More({ form, known }: FieldsProps) {
  const words = t.shops.addPanel;
  return (
    <>
      {!known && (
        <TextInput
          label={words.endpoint}
          description={words.endpointHint}
          spellCheck={false}
          {...form.getInputProps("endpoint")}
        />
      )}
      {signInOf(form.values.way).in_browser && (
        <TextInput
          label={t.signIn.port}
          description={t.signIn.portHint}
          inputMode="numeric"
          {...form.getInputProps("port")}
        />
      )}
    </>
  );
}
