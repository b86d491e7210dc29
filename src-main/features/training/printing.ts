import { basename } from 'node:path';
import { certificateNumber, certificatePage } from '#shared/features/training/certificate.ts';
import { matrixReport, matrixTable } from '#shared/features/training/matrix.ts';
import type { CertificateId, CourseLanguage } from '#shared/features/training/model.ts';
import texts from '#shared/features/training/texts.json' with { type: 'json' };
import type { InputOf, OutputOf } from '#shared/ipc/registry.ts';
import { dayAt } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { writeFileAtomically } from '../../files/atomic-file.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import { writeCsv, writeXlsx } from '../../imports/writing/table-files.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type FilePicker, type Printer } from '../../ports.ts';
import { createReportPrinter } from '../../reports/print-report.ts';
import type { PdfTasks } from '../../workers/pdf-tasks.ts';
import { findCourse } from './course-queries.ts';
import { findCertificate } from './progress-queries.ts';

export interface PrintingParts {
  readonly clock: Clock;
  readonly picker: FilePicker;
  readonly printer: Printer;
  readonly pdf: Pick<PdfTasks, 'finish'>;
  readonly fontUrls: { readonly regular: string; readonly bold: string };
}

type Saved<Code extends string> = Promise<Result<{ readonly fileName: string } | null, Code>>;

/** What leaves the vault on paper: certificates, and the matrix of who learnt what. */
export function createPrinting(parts: PrintingParts) {
  const { clock, picker, printer, pdf, fontUrls } = parts;
  const printReport = createReportPrinter(parts);

  async function saveCertificate(call: Call, id: CertificateId, language: CourseLanguage): Saved<'NOT_FOUND' | 'TARGET_MISSING'> {
    const certificate = findCertificate(call.db, id);
    const isMine = certificate?.userId === call.session.user.id;
    if (certificate === undefined || (!isMine && !call.session.permissions.has('training.manage'))) return fail('NOT_FOUND');
    const course = findCourse(call.db, certificate.courseId, certificate.courseVersion);
    if (course === undefined) return fail('NOT_FOUND');
    const number = certificateNumber(certificate);
    return toFile(`${number} ${fileWords(certificate.userName)}.pdf`, 'pdf', async (target) => {
      const issuedOn = dayAt(certificate.issuedAt, clock.offsetMinutes(certificate.issuedAt));
      const page = certificatePage({ certificate, personName: certificate.userName, content: course.content, issuedOn, language }, fontUrls);
      const { signal } = new AbortController();
      const printed = await printer.printToPdf(page, signal);
      const title = `${texts.certificate.title[language]} ${number}`;
      const metadata = { title, author: call.session.user.name, subject: course.content.title[language], keywords: [number], language: language === 'en' ? ('en' as const) : ('zh-CN' as const), number, createdAt: clock.now() };
      writeFileAtomically(target, await pdf.finish({ printed, metadata, attachment: null }, signal));
    });
  }

  async function exportMatrix(call: Call, matrix: OutputOf<'training.matrix'>, { format, language }: InputOf<'training.exportMatrix'>): Saved<'TARGET_MISSING'> {
    const name = texts.matrix.title[language];
    return toFile(`${name} ${dayOn(clock)}.${format}`, format, async (target) => {
      if (format === 'pdf') return writeFileAtomically(target, await printReport(matrixReport(matrix, language, dayOn(clock)), call.session.user.name, new AbortController().signal));
      const table = { ...matrixTable(matrix, language), sheetName: name };
      return format === 'csv' ? writeCsv(table, target) : writeXlsx(table, target);
    });
  }

  async function toFile(suggested: string, extension: 'pdf' | 'xlsx' | 'csv', write: (target: string) => Promise<void>): Saved<'TARGET_MISSING'> {
    const target = await picker.chooseTarget(suggested, { name: extension === 'xlsx' ? 'Excel' : extension.toUpperCase(), extensions: [extension] });
    if (target === null) return succeed(null);
    const refused = refusedTarget(target);
    if (refused !== null) return refused;
    await write(target);
    return succeed({ fileName: basename(target) });
  }

  return { saveCertificate, exportMatrix };
}

/** A name without what file systems don't take. */
function fileWords(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{C}]/gu, ' ').replace(/\s+/gu, ' ').trim().slice(0, 60);
}
