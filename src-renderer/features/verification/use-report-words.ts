import { isHarmlessChange, type RevisionChange, type SignatureReport } from '#shared/features/verification/model.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useVaultStatus } from '../../ipc/use-vault-status.ts';
import type { Verification } from './use-verification.ts';

export interface SignatureWords {
  readonly signer: string;
  readonly time: string;
  /** By a time-stamp server; null where there is none. */
  readonly timestamp: string | null;
  readonly coverage: string;
  /** What the certificate proves and what it does not. */
  readonly certificate: readonly string[];
  readonly problems: readonly string[];
  readonly changes: readonly string[];
  readonly harmless: readonly string[];
  readonly weaknesses: readonly string[];
}

/** Says a report in sentences, for the page and for the clipboard alike. */
export function useReportWords() {
  const translate = useTranslate();
  const format = useFormat();
  const isOpen = useVaultStatus()?.state === 'unlocked';

  function changeLine({ code, page, detail }: RevisionChange): string {
    const change = translate(`verification.change.${code}`);
    const detailed = detail === null ? change : translate('verification.changeLine.detail', { change, detail });
    return page === null ? detailed : translate('verification.changeLine.page', { page, change: detailed });
  }

  function timestampWords({ timestamp }: SignatureReport): string | null {
    if (timestamp === null) return null;
    if (!timestamp.holds || timestamp.at === null) return translate('verification.signature.stampBroken');
    const server = timestamp.serverName ?? translate('verification.signature.stampUnknownServer');
    return translate('verification.signature.stamped', { time: format.dateTime(timestamp.at), server });
  }

  function signatureWords(signature: SignatureReport): SignatureWords {
    const { signer, claimed } = signature;
    const lines = (changes: readonly RevisionChange[]) => [...new Set(changes.map(changeLine))];
    return {
      signer: signer?.commonName ?? translate('verification.signature.signerUnknown'),
      time: claimed.signedAt === null ? translate('verification.signature.noTime') : format.dateTime(claimed.signedAt),
      timestamp: timestampWords(signature),
      coverage: translate(
        signature.coversWholeFile ? 'verification.signature.coversWhole' : 'verification.signature.coversPart',
      ),
      certificate: [
        translate(`verification.trust.${signature.trust}`),
        translate(`verification.validity.${signature.validity}`),
        ...(signature.expiredSince && signature.validity === 'valid'
          ? [translate('verification.validity.expiredSince')]
          : []),
      ],
      problems: signature.problems.map((problem) => translate(`verification.problem.${problem}`)),
      changes: lines(signature.changes.filter((change) => !isHarmlessChange(change))),
      harmless: lines(signature.changes.filter(isHarmlessChange)),
      weaknesses: signature.weaknesses.map((weakness) => translate(`verification.weakness.${weakness}`)),
    };
  }

  /** Whether the file is what this vault exported, and what has become of its signing. */
  function knownLines(verification: Verification): readonly string[] {
    const signing = verification.known?.signing ?? null;
    if (signing === null) return [knownLine(verification)];
    // A contract that is concluded is concluded by the last copy only.
    const isState = signing.state !== 'completed' || signing.isLatest;
    return [knownLine(verification), ...(isState ? [translate(`verification.known.signing.${signing.state}`)] : []), ...(signing.isLatest ? [] : [translate('verification.known.earlier')])];
  }

  function knownLine({ known, report }: Verification): string {
    const facts = known === null ? {} : { number: known.contractNumber, version: known.versionNumber };
    if (report.matchesExpected === false) {
      return translate(known === null ? 'verification.known.differs' : 'verification.known.differsOf', facts);
    }
    // Main finds an export by the digest of the file, so that a hit is the very same file.
    if (known !== null) return translate('verification.known.matches', facts);
    return translate(isOpen ? 'verification.known.nothing' : 'verification.known.noVault');
  }

  return { signatureWords, knownLines };
}
