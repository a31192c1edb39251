import { type UseFormReturnType, useForm } from "@mantine/form";
import type { Connection, ShopOverview, SignIn } from "@/contract";
import { rules } from "@/contract";
import { signInOf } from "@/domain/signIn";
import { t } from "@/strings";

export interface ConnectValues {
  way: SignIn;
  domain: string;
  token: string;
  clientId: string;
  clientSecret: string;
  endpoint: string;
  port: string;
}

export type ConnectForm = UseFormReturnType<ConnectValues>;

/** Connects a shop; for a known one, only the credentials are asked for. */
export function useConnectForm(known?: ShopOverview): ConnectForm {
  const words = t.signIn;
  const needed = (wanted: boolean, value: string, sentence: string) =>
    wanted && value.trim() === "" ? sentence : null;
  return useForm<ConnectValues>({
    initialValues: {
      way: known?.sign_in || "token",
      domain: known?.domain ?? "",
      token: "",
      clientId: known?.client_id ?? "",
      clientSecret: "",
      endpoint: known?.endpoint ?? "",
      port: String(rules.sign_in_port),
    },
    validate: {
      domain: (value) => needed(true, value, t.shops.addPanel.needDomain),
      token: (value, { way }) => needed(!signInOf(way).needs_app, value, words.needToken),
      clientId: (value, { way }) => needed(signInOf(way).needs_app, value, words.needClientId),
      // Whether a saved secret will do is for Galley to say: it belongs to one app.
      clientSecret: (value, { way }) =>
        needed(signInOf(way).needs_app && !known?.client_id, value, words.needClientSecret),
      port: (value) => (isPort(value) ? null : words.needPort),
    },
  });
}

function isPort(text: string): boolean {
  return /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= rules.limits.port;
}

export function connectionOf(values: ConnectValues): Connection {
  return {
    domain: values.domain.trim(),
    endpoint: values.endpoint.trim(),
    sign_in: values.way,
    token: values.token.trim(),
    client_id: values.clientId.trim(),
    client_secret: values.clientSecret.trim(),
    port: Number(values.port),
  };
}
