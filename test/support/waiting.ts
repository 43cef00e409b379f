// Waits for states and measures work, both so that a busy machine does not matter.
import { vi } from 'vitest';

/** Tries until the check holds; its last failure is the test's. */
export async function eventually(check: () => void): Promise<void> {
  await vi.waitFor(check, { timeout: 30_000, interval: 20 });
}

/** The milliseconds that this process worked, whatever else the machine did meanwhile. */
export function workOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** What is linear takes at most seconds, what is quadratic minutes. */
export const quickWork = 10_000;
