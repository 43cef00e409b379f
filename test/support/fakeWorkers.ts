// Workers that do nothing but what a test tells them.
import type { WorkerPort } from '../../src/server/worker.js';

interface FakeWorker {
  readonly posted: unknown[];
  answer(message: unknown): void;
  exit(): void;
  ended: boolean;
}

export function fakeWorkers(): {
  readonly start: () => WorkerPort;
  readonly started: FakeWorker[];
} {
  const started: FakeWorker[] = [];
  const start = (): WorkerPort => {
    const messages: ((message: unknown) => void)[] = [];
    const exits: (() => void)[] = [];
    const worker: FakeWorker = {
      posted: [],
      answer: (message) => messages.forEach((listener) => listener(message)),
      exit: () => exits.forEach((listener) => listener()),
      ended: false,
    };
    started.push(worker);
    return {
      post: (message) => void worker.posted.push(message),
      onMessage: (listener) => void messages.push(listener),
      onExit: (listener) => void exits.push(listener),
      end: () => {
        worker.ended = true;
      },
    };
  };
  return { start, started };
}
