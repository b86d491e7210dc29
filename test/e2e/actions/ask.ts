import type { Page } from 'playwright-core';
import type { OperationName, OutputOf, Reply } from '#shared/ipc/registry.ts';
import { fromWire } from '#shared/ipc/wire.ts';

/** Where a page of the application stands. */
interface InWindow {
  readonly page: Page;
}

/** What main answers to a call that the page makes, through the same door as the interface; main judges the input. */
export async function call<Name extends OperationName>({ page }: InWindow, name: Name, input?: unknown): Promise<Reply<Name>> {
  return fromWire(await page.evaluate(([operation, given]) => window.deedbox.call(String(operation), given), [name, input] as const)) as Reply<Name>;
}

/** The value of a call that must succeed. */
export async function ask<Name extends OperationName>(where: InWindow, name: Name, input?: unknown): Promise<OutputOf<Name>> {
  const reply = await call(where, name, input);
  if (!reply.ok) throw new Error(`${name} answered ${JSON.stringify(reply.error)}`);
  return reply.value;
}

declare const window: Window & { readonly deedbox: { call(operation: string, input: unknown): Promise<unknown> } };
