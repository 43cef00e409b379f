// Greeting, requests, farewell: what comes out of this order is refused, as the Language Server Protocol says.
import {
  ErrorCodes,
  ExitNotification,
  InitializeRequest,
  Message,
  ShutdownRequest,
  type MessageStrategy,
  type ResponseMessage,
} from 'vscode-languageserver';

type Next = Parameters<MessageStrategy['handleMessage']>[1];

export class ProtocolOrder implements MessageStrategy {
  readonly #refuse: (response: ResponseMessage) => void;
  #stage: 'silent' | 'greeted' | 'parted' = 'silent';

  constructor(refuse: (response: ResponseMessage) => void) {
    this.#refuse = refuse;
  }

  /** The client has said that it needs no more answers. */
  get isParted(): boolean {
    return this.#stage === 'parted';
  }

  readonly handleMessage = (message: Message, next: Next): ReturnType<Next> => {
    if (Message.isRequest(message)) {
      const error = this.#refusalOf(message.method);
      if (error) return this.#refuse({ jsonrpc: '2.0', id: message.id, error });
      if (message.method === InitializeRequest.method) this.#stage = 'greeted';
      if (message.method === ShutdownRequest.method) this.#stage = 'parted';
    } else if (Message.isNotification(message)) {
      if (this.#stage !== 'greeted' && message.method !== ExitNotification.method) return;
    }
    return next(message);
  };

  #refusalOf(method: string): ResponseMessage['error'] {
    const isGreeting = method === InitializeRequest.method;
    switch (this.#stage) {
      case 'silent':
        if (isGreeting) return undefined;
        return { code: ErrorCodes.ServerNotInitialized, message: 'Send initialize first.' };
      case 'greeted':
        if (!isGreeting) return undefined;
        return { code: ErrorCodes.InvalidRequest, message: 'The server is initialized.' };
      case 'parted':
        return { code: ErrorCodes.InvalidRequest, message: 'The server was shut down.' };
    }
  }
}
