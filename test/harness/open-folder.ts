import { goodPassphrase, userName, type TestWorld } from './world.ts';

/** Opens a folder with its user's passphrase; the code of the refusal, or null once it is open. */
export async function openFolder(world: TestWorld, folder: string): Promise<string | null> {
  const refused = await chooseFolder(world, folder);
  if (refused !== null) return refused;
  const reply = await world.call('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
  return reply.ok ? null : reply.error.code;
}

/** Makes a folder the vault that the world asks for, as a person would by picking it; what was tried before is forgotten. */
async function chooseFolder(world: TestWorld, folder: string): Promise<string | null> {
  world.core.vaults.lock();
  for (const { id } of await world.must('vault.recent', undefined)) await world.must('vault.forget', { vaultId: id });
  world.answers.push(folder);
  const picked = await world.must('vault.pickFolder', { purpose: 'open' });
  const reply = await world.call('vault.select', { pickId: picked?.pickId ?? ('' as never) });
  return reply.ok ? null : reply.error.code;
}
