import { TextInput } from "@mantine/core";
import { useState } from "react";
import { describeError, useAddDemoShop } from "@/api";
import { type ConnectWay, rules, type ShopOverview } from "@/contract";
import { connectedBy } from "@/domain/shop";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Group, Panel } from "@/ui/Panel";
import { Segments } from "@/ui/Segments";
import { TroubleText } from "@/ui/States";
import { ConnectShopify } from "./ConnectShopify";
import { chooseProductFile } from "./opening/chosenFile";

interface AddShopPanelProps {
  shops: ShopOverview[];
  onAdded: (shop: ShopOverview) => void;
  /** A file was chosen: show what it is. */
  onFile: () => void;
  onClose: () => void;
}

/** The ways to connect a shop, in the order in which they are offered. */
const WAYS: ConnectWay[] = ["sign_in", "file", "built_in"];

/** Adds a shop: one of Shopify's, a product export, or the demo shop. */
export function AddShopPanel(props: AddShopPanelProps) {
  const hasDemo = props.shops.some((shop) => connectedBy(shop) === "built_in");
  const [way, setWay] = useState<ConnectWay>("sign_in");
  const choice = (
    <Group label={t.shops.addPanel.kind}>
      <Segments
        label={t.shops.addPanel.kind}
        wide
        value={way}
        onChange={setWay}
        options={WAYS.flatMap((value) =>
          rules.shops
            .filter(({ connect }) => connect === value)
            .map(({ label }) => ({ value, label })),
        )}
      />
    </Group>
  );
  if (way === "built_in") return <AddDemo {...props} choice={choice} hasDemo={hasDemo} />;
  if (way === "file") return <AddFile {...props} choice={choice} />;
  return (
    <ConnectShopify title={t.shops.addPanel.title} onDone={props.onAdded} onClose={props.onClose}>
      {choice}
    </ConnectShopify>
  );
}

type PartProps = AddShopPanelProps & { choice: React.ReactNode };

function AddFile({ choice, onFile, onClose }: PartProps) {
  const words = t.shops.addPanel;
  const [name, setName] = useState("");
  const footer = (
    <Button kind="primary" onClick={() => chooseProductFile(onFile, name.trim())}>
      {t.welcome.fileButton}
    </Button>
  );
  return (
    <Panel title={words.title} footer={footer} onClose={onClose}>
      {choice}
      <p>{words.fileText}</p>
      <TextInput
        label={words.name}
        description={words.nameHint}
        maxLength={rules.limits.shop_name}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
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
