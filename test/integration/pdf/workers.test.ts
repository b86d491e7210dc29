import { afterAll, describe, expect, it } from 'vitest';
import { createPdfTasks } from '../../../src-main/workers/pdf-tasks.ts';
import { createWorkers } from '../../../src-main/workers/worker-pool.ts';
import { finishRequest, moment, printedTenPages, signatureFont } from '../../harness/pdf-documents.ts';
import { issueP12 } from '../../harness/pdf-identities.ts';
import { judgeWithPdfsig } from '../../harness/pdf-judges.ts';

const workers = createWorkers({ directory: new URL('../../../src-main/workers/', import.meta.url), extension: '.ts' });
const tasks = createPdfTasks(workers);
afterAll(() => workers.close());

describe('the PDF worker', () => {
  it('makes an identity, signs ten pages with it and verifies them', async () => {
    const identity = await tasks.createIdentity({ commonName: '张伟', organisation: null, now: moment, years: 3 });
    const { printed, metadata, attachment } = finishRequest(printedTenPages);
    const signed = await tasks.finishAndSign({
      printed,
      metadata,
      attachment,
      identity,
      signature: {
        fieldName: '甲方签字',
        signerName: '张伟',
        reason: '签发',
        location: null,
        signedAt: moment,
        offsetMinutes: 480,
        lines: ['签署人 张伟'],
        anchor: 'signature-a',
      },
      fonts: { regular: signatureFont },
    });
    expect(signed.pageCount).toBe(10);
    expect(judgeWithPdfsig(signed.pdf)[0]?.isValid).toBe(true);
    const report = await tasks.verify({ pdf: signed.pdf, trustedCertificatesPem: [], now: moment });
    expect(report).toMatchObject({ ok: true, value: { verdict: 'intact', sha256: signed.sha256, pageCount: 10 } });
    expect(report.ok && report.value.signatures[0]?.signer?.fingerprintSha256).toBe(tasks.fingerprintOf(identity.certificatePem));
  });

  it('reads a .p12 file', async () => {
    const { p12 } = issueP12({ key: 'p256', password: 'pass' });
    expect(await tasks.readPkcs12({ bytes: p12, password: 'pass', now: moment })).toMatchObject({ ok: true });
    expect(await tasks.readPkcs12({ bytes: p12, password: 'no', now: moment })).toMatchObject({ error: { code: 'P12_WRONG_PASSWORD' } });
  });

  it('stops at once when the export is cancelled', async () => {
    const controller = new AbortController();
    const identity = await tasks.createIdentity({ commonName: '张伟', organisation: null, now: moment, years: 3 });
    const { metadata, attachment, printed } = finishRequest(printedTenPages);
    const signature = { fieldName: 'x', signerName: 'x', reason: 'x', location: null, signedAt: moment, offsetMinutes: 0, lines: ['x'], anchor: 'signature-a' };
    const running = tasks.finishAndSign({ printed, metadata, attachment, identity, signature, fonts: { regular: signatureFont } }, controller.signal);
    controller.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('goes on with the other work when one export is cancelled, running or waiting', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const identity = await tasks.createIdentity({ commonName: '张伟', organisation: null, now: moment, years: 3 });
    const { metadata, attachment, printed } = finishRequest(printedTenPages);
    const signature = { fieldName: 'x', signerName: 'x', reason: 'x', location: null, signedAt: moment, offsetMinutes: 0, lines: ['x'], anchor: 'signature-a' };
    const sign = (signal: AbortSignal) => tasks.finishAndSign({ printed, metadata, attachment, identity, signature, fonts: { regular: signatureFont } }, signal);
    const running = sign(first.signal);
    const waiting = sign(second.signal);
    const check = tasks.verify({ pdf: printed, trustedCertificatesPem: [], now: moment });
    second.abort();
    first.abort();
    await Promise.all([running, waiting].map((one) => expect(one).rejects.toMatchObject({ name: 'AbortError' })));
    expect(await check).toMatchObject({ ok: true, value: { verdict: 'unsigned' } });
  });

  it('fails every call that is still open when it is closed', async () => {
    const own = createWorkers({ directory: new URL('../../../src-main/workers/', import.meta.url), extension: '.ts' });
    const calls = [1, 2].map(() => createPdfTasks(own).verify({ pdf: printedTenPages, trustedCertificatesPem: [], now: moment }));
    const settled = Promise.allSettled(calls);
    await own.close();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('hands a failure over by name and message', async () => {
    const request = { pdf: new Uint8Array(), trustedCertificatesPem: ['not a certificate'], now: moment };
    expect(await tasks.verify(request)).toMatchObject({ error: { code: 'FILE_EMPTY' } });
    await expect(workers.run('pdf', 'nothing', {})).rejects.toThrow('no task nothing');
  });
});
