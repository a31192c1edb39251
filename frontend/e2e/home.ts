import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { binary } from "./programs";

/** A home without a Galley on it: commands run one by one, and serve when it is wanted. */
export function openHome() {
  const home = mkdtempSync(join(tmpdir(), "galley-datafile-"));
  const env = { ...process.env, GALLEY_HOME: home, GALLEY_PASSPHRASE: "e2e" };
  const ends: (() => Promise<void>)[] = [];
  return {
    file: join(home, "galley.db"),
    run: (args: string[], input = "") =>
      new Promise<string>((resolve, reject) => {
        const child = spawn(binary(), args, { env, stdio: ["pipe", "pipe", "inherit"] });
        let out = "";
        child.stdout.on("data", (part) => {
          out += part;
        });
        child.once("close", (code) =>
          code === 0 ? resolve(out) : reject(new Error(`${args.join(" ")}: exit ${code} ${out}`)),
        );
        child.stdin.end(input);
      }),
    serve: async () => {
      const child = spawn(binary(), ["serve", "--no-open"], {
        env,
        stdio: ["ignore", "pipe", "ignore"],
      });
      const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      const stop = async () => {
        child.kill("SIGINT");
        await ended;
      };
      ends.push(stop);
      const url = await new Promise<string>((resolve) =>
        createInterface({ input: child.stdout }).once("line", resolve),
      );
      return { url, stop };
    },
    close: async () => {
      for (const end of ends) await end();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
