// Answers requests: one that fails is answered with a fallback, one that was cancelled at once.
import { CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { guarded, type Log } from './log.js';
import type { Server } from './serverParts.js';

/**
 * Nobody is kept waiting for what is not asked for any more, whatever the handler is about; the handler itself
 * looks at its token to end long work.
 */
export function answered<Parameters extends readonly unknown[], Answer>(
  log: Log,
  doing: string,
  fallback: Answer,
  handler: (...parameters: Parameters) => Answer | Promise<Answer>,
): (...parameters: Parameters) => Promise<Answer | ResponseError> {
  const answer = guarded(log, doing, fallback, handler);
  return async (...parameters) => {
    const token = parameters.find((parameter) => CancellationToken.is(parameter));
    if (!token) return answer(...parameters);
    if (token.isCancellationRequested) return cancelled();
    let listening: { dispose(): void } | undefined;
    const end = new Promise<ResponseError>((resolve) => {
      listening = token.onCancellationRequested(() => {
        resolve(cancelled());
      });
    });
    try {
      return await Promise.race([answer(...parameters), end]);
    } finally {
      listening?.dispose();
    }
  };
}

/** Has a request of our own answered; what is no such request, or fails, is answered with nothing. */
export function answerRequest<Request>(
  { connection, log }: Pick<Server, 'connection' | 'log'>,
  method: string,
  doing: string,
  isRequest: (request: unknown) => request is Request,
  answer: (request: Request, token: CancellationToken) => unknown,
): void {
  connection.onRequest(
    method,
    answered(log, doing, null, (request: unknown, token: CancellationToken) =>
      isRequest(request) ? answer(request, token) : null,
    ),
  );
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
