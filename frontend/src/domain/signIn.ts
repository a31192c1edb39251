import { rules } from "@/contract";

/** What the settings of an app have to allow. */
export function redirectUrl(port: number): string {
  return rules.redirect_url.replace(`:${rules.sign_in_port}/`, `:${port}/`);
}
