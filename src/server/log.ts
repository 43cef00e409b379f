// Nothing that goes wrong in one request may end the server: it is written to the log, with a fallback.

export interface Log {
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
}

export function logError(log: Log, doing: string, error: unknown): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.error(`${doing} failed: ${detail}`);
}

/** A handler that answers with the fallback where it would throw. */
export function guarded<Parameters extends readonly unknown[], Answer>(
  log: Log,
  doing: string,
  fallback: Answer,
  handler: (...parameters: Parameters) => Answer | Promise<Answer>,
): (...parameters: Parameters) => Promise<Answer> {
  return async (...parameters) => {
    try {
      return await handler(...parameters);
    } catch (error) {
      logError(log, doing, error);
      return fallback;
    }
  };
}
