import type { Contract } from '#shared/features/contracts/model.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import type { InputOf, OperationName, OutputOf, Reply } from '#shared/ipc/registry.ts';
import { ask } from '../e2e/actions/ask.ts';
import type { RunningApp } from '../e2e/launch.ts';

/** The sample vault's contract of a type in both languages. */
export async function bilingualContract(app: RunningApp, type: ContractType): Promise<Contract> {
  const { contracts } = await ask(app, 'contracts.list', { search: '', sort: 'number', limit: 50 });
  const found = contracts.find(({ language, contractType }) => language === 'bilingual' && contractType === type);
  if (found === undefined) throw new Error(`the sample vault has no bilingual ${type} contract`);
  return ask(app, 'contracts.get', { id: found.id });
}

/** Asks as the window does and takes the time inside it, so that the test driver's own road does not count. */
export async function timedAsk<Name extends OperationName>(
  { page }: RunningApp,
  name: Name,
  input: InputOf<Name>,
): Promise<{ readonly milliseconds: number; readonly value: OutputOf<Name> }> {
  const { reply, milliseconds } = await page.evaluate(
    async ([operation, given]) => {
      const started = performance.now();
      const crossed = await window.deedbox.call(operation, given);
      const answer: unknown = typeof crossed === 'string' ? JSON.parse(crossed) : crossed;
      return { reply: answer, milliseconds: performance.now() - started };
    },
    [name as string, input as unknown] as const,
  );
  const answered = reply as Reply<Name>;
  if (!answered.ok) throw new Error(`${name} answered ${answered.error.code}`);
  return { milliseconds, value: answered.value };
}

declare const window: Window & { readonly deedbox: { call(operation: string, input: unknown): Promise<unknown> } };
