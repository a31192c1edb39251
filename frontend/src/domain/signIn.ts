import { rules, type SignIn } from "@/contract";

/** What the settings of an app have to allow. */
export function redirectUrl(port: number): string {
  return rules.redirect_url.replace(`:${rules.sign_in_port}/`, `:${port}/`);
}

/** What a way to sign in takes. */
export function signInOf(way: SignIn) {
  const rule = rules.sign_ins.find((known) => known.way === way);
  if (!rule) throw new Error(`no rule for ${way}`);
  return rule;
}
