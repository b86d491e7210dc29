import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import type { FileComment, TextAsides } from '#shared/features/reading/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';

interface LeftOutProps {
  readonly asides: TextAsides;
  readonly versionNumber: number;
  readonly titleId: string;
  readonly onClose: () => void;
}

/** What the imported Word file says beside its text, which the new version hasn't: the other side's comments above all. */
export function LeftOut({ asides, versionNumber, titleId, onClose }: LeftOutProps) {
  const translate = useTranslate();
  const { headers, footers, comments, commentCount } = asides;
  const counts = [
    ...(commentCount === 0 ? [] : [translate('versions.asides.comments', { count: commentCount })]),
    ...(headers.length === 0 ? [] : [translate('versions.asides.headers', { count: headers.length })]),
    ...(footers.length === 0 ? [] : [translate('versions.asides.footers', { count: footers.length })]),
  ];
  const authorOf = ({ author }: FileComment) => (author === '' ? translate('versions.asides.nobody') : author);
  const written = comments.map((comment) => [authorOf(comment), ...(comment.about === '' ? [] : [comment.about]), comment.text].join('\n')).join('\n\n');
  return (
    <>
      <DialogTitle id={titleId}>{translate('versions.imported', { version: versionNumber })}</DialogTitle>
      <DialogContent>
        <Alert severity="info">
          <div>{translate('versions.asides.lead')}</div>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {counts.map((count) => (
              <li key={count}>{count}</li>
            ))}
          </Box>
        </Alert>
        <Lines title={translate('versions.asides.headerTexts')} lines={headers} />
        <Lines title={translate('versions.asides.footerTexts')} lines={footers} />
        {comments.length > 0 && (
          <>
            <Typography variant="subtitle2" component="h3" sx={{ mt: 2 }}>
              {translate('versions.asides.commentTexts')}
            </Typography>
            <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
              {comments.map((comment, at) => (
                <Box key={at} component="li" sx={{ py: 1, borderBottom: 1, borderColor: 'divider', overflowWrap: 'anywhere' }}>
                  <Typography variant="body2" sx={{ fontWeight: 600 }}>
                    <bdi>{authorOf(comment)}</bdi>
                  </Typography>
                  {comment.about !== '' && (
                    <Typography variant="caption" component="div" color="textSecondary">
                      {translate('versions.asides.about', { text: comment.about })}
                    </Typography>
                  )}
                  <Typography variant="body2" sx={{ whiteSpace: 'pre-line' }}>
                    <bdi>{comment.text}</bdi>
                  </Typography>
                </Box>
              ))}
            </Box>
            {commentCount > comments.length && (
              <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
                {translate('versions.asides.more', { count: commentCount - comments.length })}
              </Typography>
            )}
          </>
        )}
      </DialogContent>
      <DialogActions>
        {comments.length > 0 && <CopyButton labelled text={written} label={translate('versions.asides.copy')} />}
        <Button variant="contained" autoFocus onClick={onClose}>
          {translate('ui.close')}
        </Button>
      </DialogActions>
    </>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <Typography variant="subtitle2" component="h3" sx={{ mt: 2 }}>
        {title}
      </Typography>
      {lines.map((line) => (
        <Typography key={line} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          <bdi>{line}</bdi>
        </Typography>
      ))}
    </>
  );
}
