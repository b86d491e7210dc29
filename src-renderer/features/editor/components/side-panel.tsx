import CommentIcon from '@mui/icons-material/ChatBubbleOutlineOutlined';
import OutlineIcon from '@mui/icons-material/FormatListNumbered';
import SuggestionIcon from '@mui/icons-material/RateReviewOutlined';
import FindingIcon from '@mui/icons-material/ReportProblemOutlined';
import TermIcon from '@mui/icons-material/MenuBookOutlined';
import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import type { CheckedFinding, CheckReport } from '#shared/features/checker/ipc.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Comment } from '#shared/features/editor/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { CommentList, type BegunComment } from '../../../ui/document-editor/panels/comment-list.tsx';
import { Outline } from '../../../ui/document-editor/panels/outline.tsx';
import { SuggestionList } from '../../../ui/document-editor/panels/suggestion-list.tsx';
import { suggestionsOf } from '../../../ui/document-editor/suggest/suggestions.ts';
import type { Surface } from '../../../ui/document-editor/surface.ts';
import { useText } from '../../../ui/document-editor/use-text.ts';
import { isDialogOpen } from '../../../ui/open-dialog.ts';
import { KeptComment } from './kept-comment.tsx';
import { TermList } from './term-list.tsx';

export const panels = ['findings', 'suggestions', 'comments', 'terms', 'outline'] as const;
const icons: Readonly<Record<PanelKey, ReactElement>> = { findings: <FindingIcon />, suggestions: <SuggestionIcon />, comments: <CommentIcon />, terms: <TermIcon />, outline: <OutlineIcon /> };
export type PanelKey = (typeof panels)[number];

/** What the findings of a text are shown with; the checker's own list is given by the application. */
export interface FindingsView {
  readonly contractId: ContractId;
  readonly report: CheckReport;
  readonly chosen: string | null;
  readonly onGo: (finding: CheckedFinding) => void;
  readonly onFix: (finding: CheckedFinding) => void;
}

interface SidePanelProps {
  readonly surface: Surface;
  readonly shown: PanelKey;
  readonly onShow: (panel: PanelKey) => void;
  readonly findings: FindingsView | null;
  readonly renderFindings: (view: FindingsView) => ReactNode;
  readonly comments: readonly Comment[];
  readonly author: string;
  readonly contractId: ContractId;
  readonly begun: BegunComment | null;
  readonly onCommentBegin: (begun: BegunComment) => void;
  readonly onCommentEnd: () => void;
  readonly onComments: (comments: readonly Comment[]) => void;
}

/** Beside the text: what was found in it, what is suggested, what is said, and where things stand. */
export function SidePanel({ surface, shown, onShow, findings, renderFindings, comments, author, contractId, begun, onCommentBegin, onCommentEnd, onComments }: SidePanelProps) {
  const translate = useTranslate();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const { editor } = surface;
  // F6 goes from pane to pane, as in other programs: to the list that is shown, and back into the text.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || isDialogOpen()) return;
      event.preventDefault();
      if (panel.current?.contains(document.activeElement) === true) editor.commands.focus();
      else panel.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, [editor]);
  const suggested = useText(surface, suggestionsOf, 400).length;
  const counts: Readonly<Record<PanelKey, number>> = {
    findings: findings?.report.findings.filter(({ waiver }) => waiver === null).length ?? 0,
    suggestions: suggested,
    comments: comments.filter(({ resolvedAt }) => resolvedAt === null).length,
    terms: 0,
    outline: 0,
  };
  return (
    <Paper ref={panel} variant="outlined" sx={{ position: { lg: 'sticky' }, top: 8, maxHeight: { lg: 'calc(100vh - 130px)' }, display: 'flex', flexDirection: 'column', '@media print': { display: 'none' } }}>
      <Tabs value={shown} onChange={(_, key: PanelKey) => onShow(key)} variant="fullWidth" aria-label={translate('editor.panels')} sx={{ borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}>
        {panels.map((key) => (
          <Tab
            key={key}
            value={key}
            id={`${id}-${key}`}
            aria-controls={id}
            aria-label={translate(`editor.panel.${key}`, { count: counts[key] })}
            icon={
              <Badge badgeContent={counts[key]} color={key === 'findings' ? 'warning' : 'primary'} max={99}>
                {icons[key]}
              </Badge>
            }
            label={translate(`editor.panelName.${key}`)}
            sx={{ minWidth: 0, minHeight: 64, px: 0, pt: 1.5, pb: 0.75, fontSize: 12, letterSpacing: 0, textTransform: 'none', overflowWrap: 'anywhere', '& .MuiBadge-badge': { overflowWrap: 'normal' }, '& svg': { fontSize: 20 } }}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={id} aria-labelledby={`${id}-${shown}`} tabIndex={0} sx={{ p: 2, overflowY: 'auto' }}>
        {shown === 'findings' && (findings === null ? <Typography variant="body2">{translate('editor.checking')}</Typography> : renderFindings(findings))}
        {shown === 'suggestions' && <SuggestionList surface={surface} mayDecide />}
        {shown === 'comments' && (
          <CommentList
            surface={surface}
            comments={comments}
            author={author}
            begun={begun}
            onBegin={onCommentBegin}
            onEnd={onCommentEnd}
            onChange={onComments}
            renderForm={(about, form) => <KeptComment {...form} contractId={contractId} begun={about} />}
          />
        )}
        {shown === 'terms' && <TermList key={surface.context().language} surface={surface} />}
        {shown === 'outline' && <Outline surface={surface} />}
      </Box>
    </Paper>
  );
}
