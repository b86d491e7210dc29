/** The page of a running Electron, reached over Chromium's own debugging protocol without any library in between. */
export interface DevtoolsPage {
  /** Waits for the expression's promise and gives its value, which must be JSON. */
  evaluate(expression: string): Promise<unknown>;
  /** Asks the whole application to end, as its last window would. */
  quit(): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: { readonly sessionId?: string; readonly targetInfo?: { readonly type: string } };
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: unknown };
  readonly error?: { readonly message: string };
}

/** Connects and waits for the first page. Attaching costs both sides of a ratio the same. */
export async function connectDevtools(url: string): Promise<DevtoolsPage> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('the debugging port refused')));
  });
  const waiting = new Map<number, (message: Message) => void>();
  let last = 0;
  const send = (method: string, params: object, sessionId?: string): Promise<Message> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    });
  const page = new Promise<string>((resolve) => {
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as Message;
      if (message.id !== undefined) waiting.get(message.id)?.(message);
      const { sessionId, targetInfo } = message.params ?? {};
      if (message.method === 'Target.attachedToTarget' && targetInfo?.type === 'page' && sessionId !== undefined) resolve(sessionId);
    });
  });
  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  const session = await page;
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, error } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, session);
    // The blank page that a window begins with made way for the real one: ask that one.
    if (error !== undefined && /context|navigated/i.test(error.message)) return evaluate(expression);
    if (error !== undefined) throw new Error(error.message);
    if (result?.exceptionDetails !== undefined) throw new Error(JSON.stringify(result.exceptionDetails));
    return result?.result?.value;
  };
  return {
    evaluate,
    quit: () => socket.send(JSON.stringify({ id: 0, method: 'Browser.close' })),
  };
}
