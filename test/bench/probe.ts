import { withPair } from './locked-profile.ts';
const probe = (sel: string) => `new Promise((done) => { const t0 = performance.timeOrigin; const log = []; let last='';
 const look = () => { const el = document.querySelector('${sel}'); const s = [!!el, document.activeElement === el, document.visibilityState, document.hasFocus(), performance.getEntriesByType('paint').map(p=>p.name+Math.round(p.startTime)).join()].join('|'); if (s!==last) log.push([Math.round(performance.now()), s]); last=s;
  if (performance.now() > 3000) done([t0, ...log]); else requestAnimationFrame(look); }; look(); })`;
await withPair(async (pair) => {
  for (const [start, sel] of [[pair.empty, 'h1'], [pair.ours, 'input[type="password"]'], [pair.empty, 'h1'], [pair.ours, 'input[type="password"]']] as const) {
    const p = await start();
    const r = await p.page.evaluate(probe(sel)) as [number, ...unknown[]];
    console.log(sel, 'spawn->timeOrigin', r[0] - p.spawnedAt, JSON.stringify(r.slice(1)));
    await p.close();
  }
});
