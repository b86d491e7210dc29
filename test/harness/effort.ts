/** What the work gives, and the seconds that the processor spent on it: unlike the clock's, they don't grow with what else the machine does. */
export async function effortOf<Outcome>(work: () => Outcome | Promise<Outcome>): Promise<{ readonly outcome: Outcome; readonly seconds: number }> {
  const before = process.cpuUsage();
  const outcome = await work();
  const { user, system } = process.cpuUsage(before);
  return { outcome, seconds: (user + system) / 1e6 };
}
