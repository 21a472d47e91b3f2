import { spawn } from "node:child_process";
import { root } from "./place.mjs";

const passedOn = ["SIGINT", "SIGTERM", "SIGHUP"];
const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/**
 * Runs a program to its end and gives its exit code. A signal for us is passed on to it, and we end
 * after it. Its output goes to standard error unless `stdout` is "inherit".
 */
export function run(command, args, { env = process.env, cwd = root, stdout = 2 } = {}) {
  return new Promise((resolve, reject) => {
    const shell = process.platform === "win32" && command !== process.execPath;
    const child = spawn(command, args, { cwd, env, shell, stdio: ["ignore", stdout, 2] });
    let received;
    const passOn = (signal) => {
      received = signal;
      child.kill(signal);
    };
    for (const signal of passedOn) process.on(signal, passOn);
    const finish = () => {
      for (const signal of passedOn) process.off(signal, passOn);
    };
    child.once("error", (error) => {
      finish();
      reject(error);
    });
    child.once("exit", (code, signal) => {
      finish();
      if (received !== undefined) process.exit(128 + numbers[received]);
      resolve(code ?? 128 + (numbers[signal] ?? 9));
    });
  });
}

/** Runs a program of ours with this Node. */
export function runNode(program, args, options) {
  return run(process.execPath, [program, ...args], options);
}
