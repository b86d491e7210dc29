import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { useEffect, useRef } from 'react';
import type { CheckedFinding, CheckReport } from '#shared/features/checker/ipc.ts';
import { findingKey, severities, type Severity } from '#shared/features/checker/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

interface CheckedTextProps {
  readonly report: CheckReport;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

const colourBySeverity: Readonly<Record<Severity, string>> = { block: 'error.main', high: 'warning.main', medium: 'info.main', info: 'text.secondary' };

/** The text as the checker read it, with what it found underlined. */
export function CheckedText({ report, chosen, onChoose }: CheckedTextProps) {
  const translate = useTranslate();
  const chosenMark = useRef<HTMLElement | null>(null);
  useEffect(() => chosenMark.current?.scrollIntoView({ block: 'center' }), [chosen]);
  return (
    <Paper variant="outlined" component="article" aria-label={translate('checker.text')} sx={{ px: { xs: 2, md: 4 }, py: 3, '@media print': { border: 0, p: 0 } }}>
      {report.clauses.map((clause, index) => (
        <Box key={`${index} ${clause.number ?? ''}`} sx={{ mb: 2, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: 1.75, ...(clause.kind === 'title' ? { fontWeight: 700, textAlign: 'center', fontSize: '1.2em' } : {}) }}>
          {piecesOf(clause.text, report.findings.filter((finding) => finding.clause === index && finding.waiver === null)).map(({ text, start, finding }) => {
            if (finding === null) return <span key={start}>{text}</span>;
            const key = findingKey(finding);
            const isChosen = key === chosen;
            return (
              <Box
                component="mark"
                key={start}
                ref={isChosen ? chosenMark : undefined}
                role="button"
                tabIndex={0}
                aria-pressed={isChosen}
                onClick={() => onChoose(key)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' || event.key === ' ') onChoose(key);
                }}
                sx={{
                  color: 'inherit',
                  cursor: 'pointer',
                  bgcolor: isChosen ? 'action.selected' : 'transparent',
                  textDecorationLine: 'underline',
                  textDecorationStyle: 'wavy',
                  textDecorationThickness: '1.5px',
                  textUnderlineOffset: '3px',
                  textDecorationColor: ({ vars, palette }) => (finding.severity === 'info' ? (vars ?? { palette }).palette.text.secondary : (vars ?? { palette }).palette[toneOf(finding.severity)].main),
                  outlineColor: colourBySeverity[finding.severity],
                }}
              >
                {text}
              </Box>
            );
          })}
        </Box>
      ))}
    </Paper>
  );
}

function toneOf(severity: Exclude<Severity, 'info'>): 'error' | 'warning' | 'info' {
  return severity === 'block' ? 'error' : severity === 'high' ? 'warning' : 'info';
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly finding: CheckedFinding | null;
}

/** Cuts a text where findings begin and end; where they overlap, the gravest is shown. */
function piecesOf(text: string, findings: readonly CheckedFinding[]): readonly Piece[] {
  const cuts = [...new Set([0, text.length, ...findings.flatMap(({ start, end }) => [start, end])])].toSorted((one, other) => one - other);
  const ordered = findings.toSorted((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return { text: text.slice(start, end), start, finding: ordered.find((one) => one.start <= start && one.end >= end && one.end > one.start) ?? null };
  });
}
