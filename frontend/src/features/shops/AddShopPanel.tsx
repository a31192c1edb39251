import { PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { describeError, useAddDemoShop, useAddShopifyShop } from "@/api";
import type { Shop } from "@/domain/types";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { useKeys } from "@/ui/keys/useKeys";
import { Group, Panel } from "@/ui/Panel";
import { Segments } from "@/ui/Segments";
import { TroubleText } from "@/ui/States";
import { useOpenFile } from "./useOpenFile";

interface AddShopPanelProps {
  shops: Shop[];
  onAdded: (shop: Shop) => void;
  onClose: () => void;
}

type Kind = "shopify" | "file" | "demo";

/** Adds a shop: one of Shopify's by domain and token, a product export, or the demo shop. */
export function AddShopPanel(props: AddShopPanelProps) {
  const hasDemo = props.shops.some((shop) => shop.kind === "demo");
  const [kind, setKind] = useState<Kind>("shopify");
  const choice = (
    <Group label={t.shops.addPanel.kind}>
      <Segments
        label={t.shops.addPanel.kind}
        wide
        value={kind}
        onChange={setKind}
        options={[
          { value: "shopify", label: t.shops.addPanel.shopify },
          { value: "file", label: t.shops.addPanel.file },
          { value: "demo", label: t.shops.addPanel.demo },
        ]}
      />
    </Group>
  );
  if (kind === "demo") return <AddDemo {...props} choice={choice} hasDemo={hasDemo} />;
  if (kind === "file") return <AddFile {...props} choice={choice} />;
  return <AddShopify {...props} choice={choice} />;
}

type PartProps = AddShopPanelProps & { choice: React.ReactNode };

function AddFile({ choice, onAdded, onClose }: PartProps) {
  const words = t.shops.addPanel;
  const file = useOpenFile(onAdded);
  const footer = (
    <Button kind="primary" busy={file.busy} onClick={file.choose}>
      {t.welcome.fileButton}
    </Button>
  );
  return (
    <Panel title={words.title} footer={footer} onClose={onClose}>
      {choice}
      <p>{words.fileText}</p>
      {file.error && <TroubleText trouble={describeError(file.error)} />}
    </Panel>
  );
}

function AddDemo({ choice, hasDemo, onAdded, onClose }: PartProps & { hasDemo: boolean }) {
  const words = t.shops.addPanel;
  const add = useAddDemoShop();
  const footer = (
    <Button
      kind="primary"
      disabled={hasDemo}
      busy={add.isPending}
      onClick={() => add.mutate(undefined, { onSuccess: onAdded })}
    >
      {words.addDemo}
    </Button>
  );
  return (
    <Panel title={words.title} footer={footer} onClose={onClose}>
      {choice}
      <p>{hasDemo ? words.demoExists : words.demoText}</p>
      {add.error && <TroubleText trouble={describeError(add.error)} />}
    </Panel>
  );
}

function AddShopify({ choice, onAdded, onClose }: PartProps) {
  const words = t.shops.addPanel;
  const add = useAddShopifyShop();
  const [more, setMore] = useState(false);
  const form = useForm({
    initialValues: { domain: "", token: "", endpoint: "" },
    validate: {
      domain: (value) => (value.trim() === "" ? words.needDomain : null),
      token: (value) => (value.trim() === "" ? words.needToken : null),
    },
  });
  const submit = form.onSubmit(({ domain, token, endpoint }) =>
    add.mutate(
      { domain: domain.trim(), token: token.trim(), endpoint: endpoint.trim() },
      { onSuccess: onAdded },
    ),
  );
  useKeys("panel", [{ combos: ["mod+enter"], label: words.connect, run: submit, inFields: true }]);
  const footer = (
    <Button kind="primary" combo="mod+enter" busy={add.isPending} onClick={() => submit()}>
      {words.connect}
    </Button>
  );
  return (
    <Panel title={words.title} footer={footer} onClose={onClose}>
      {choice}
      <form
        onSubmit={submit}
        style={{ display: "grid", gap: "var(--s-6)" }}
        autoComplete="off"
        noValidate
      >
        <TextInput
          label={words.domain}
          description={words.domainHint}
          spellCheck={false}
          {...form.getInputProps("domain")}
        />
        <PasswordInput
          visibilityToggleButtonProps={{ "aria-label": t.common.showSecret }}
          label={words.token}
          description={words.tokenHint}
          autoComplete="off"
          {...form.getInputProps("token")}
        />
        {more ? (
          <TextInput
            label={words.endpoint}
            description={words.endpointHint}
            spellCheck={false}
            {...form.getInputProps("endpoint")}
          />
        ) : (
          <div>
            <Button kind="quiet" small onClick={() => setMore(true)}>
              {words.more}
            </Button>
          </div>
        )}
        <button type="submit" hidden />
      </form>
      {add.error && <TroubleText trouble={describeError(add.error)} />}
    </Panel>
  );
}
