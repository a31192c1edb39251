import { type ReactNode, useEffect } from "react";
import {
  describeError,
  openOutside,
  useAddShopifyShop,
  useBeginSignIn,
  useCancelSignIn,
  useFinishSignIn,
} from "@/api";
import type { Connection, ShopOverview } from "@/contract";
import { signInOf } from "@/domain/signIn";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { useKeys } from "@/ui/keys/useKeys";
import { Panel } from "@/ui/Panel";
import { TroubleText } from "@/ui/States";
import { ConnectFields } from "./ConnectFields";
import classes from "./ConnectShopify.module.css";
import { connectionOf, useConnectForm } from "./useConnectForm";

interface ConnectShopifyProps {
  title: string;
  /** The connected shop whose sign-in is replaced. */
  known?: ShopOverview;
  /** Shown before the form. */
  children?: ReactNode;
  onDone: (shop: ShopOverview) => void;
  onClose: () => void;
}

/** Connects a Shopify shop in one of three ways, or signs in to it again. */
export function ConnectShopify(props: ConnectShopifyProps) {
  const { title, known, children, onDone, onClose } = props;
  const words = t.shops.addPanel;
  const form = useConnectForm(known);
  const add = useAddShopifyShop();
  const browser = useBrowser(onDone);
  const byBrowser = signInOf(form.values.way).in_browser;
  const submit = form.onSubmit((values) => {
    add.reset();
    browser.reset();
    if (byBrowser) browser.begin(connectionOf(values));
    else add.mutate(connectionOf(values), { onSuccess: onDone });
  });
  const off = browser.url !== undefined;
  useKeys("panel", [
    { combos: ["mod+enter"], label: words.connect, run: submit, inFields: true, off },
  ]);
  if (browser.url) {
    return (
      // Its own panel, so that the keyboard stays in it.
      <Panel
        key="waiting"
        title={title}
        aside={known?.name}
        footer={<Waiting url={browser.url} giveUp={browser.giveUp} />}
        onClose={onClose}
      >
        <p className={classes.waiting} role="status">
          <Icon shape="running" turning tone="accent" /> <b>{t.signIn.waiting}</b>
        </p>
        <p>{t.signIn.waitingText}</p>
      </Panel>
    );
  }
  const footer = (
    <Button
      kind="primary"
      combo="mod+enter"
      busy={add.isPending || browser.busy}
      onClick={() => submit()}
    >
      {byBrowser ? t.signIn.open : words.connect}
    </Button>
  );
  const error = add.error ?? browser.error;
  return (
    <Panel title={title} aside={known?.name} footer={footer} onClose={onClose}>
      {children}
      <form onSubmit={submit} className={classes.form} autoComplete="off" noValidate>
        <ConnectFields form={form} known={known} />
        <button type="submit" hidden />
      </form>
      {error && <TroubleText trouble={describeError(error)} />}
    </Panel>
  );
}

function Waiting({ url, giveUp }: { url: string; giveUp: () => void }) {
  return (
    <>
      <Button onClick={giveUp}>{t.signIn.giveUp}</Button>
      <Button kind="primary" onClick={() => openOutside(url)}>
        {t.signIn.openAgain}
      </Button>
    </>
  );
}

/** The way over the shop's own page: opened in the browser, waited for, given up with the panel. */
function useBrowser(onDone: (shop: ShopOverview) => void) {
  const begin = useBeginSignIn();
  const finish = useFinishSignIn();
  const { mutate: cancel } = useCancelSignIn();
  const id = finish.isPending ? finish.variables : undefined;
  useEffect(() => {
    if (id === undefined) return undefined;
    return () => cancel(id);
  }, [id, cancel]);
  return {
    url: id === undefined ? undefined : begin.data?.url,
    busy: begin.isPending,
    error: begin.error ?? finish.error,
    begin: (connection: Connection) =>
      begin.mutate(connection, {
        onSuccess: (invitation) => {
          openOutside(invitation.url);
          finish.mutate(invitation.id, { onSuccess: onDone });
        },
      }),
    giveUp: finish.reset,
    reset: () => {
      begin.reset();
      finish.reset();
    },
  };
}
