import ArticleOutlinedIcon from '@mui/icons-material/ArticleOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';

interface ClauseButtonProps {
  readonly contractId: ContractId;
  readonly clauseNumber: string;
  readonly quote: string;
}

/** Leads from an obligation to the words of the contract that it comes from. */
export function ClauseButton({ contractId, clauseNumber, quote }: ClauseButtonProps) {
  const translate = useTranslate();
  const titleId = useId();
  const [isOpen, setOpen] = useState(false);
  const name = clauseNumber === '' ? translate('fulfilment.clauseText') : clauseNumber;
  return (
    <>
      <Button size="small" startIcon={<ArticleOutlinedIcon />} onClick={() => setOpen(true)} sx={{ my: -0.5 }}>
        {translate('fulfilment.showClause', { clause: name })}
      </Button>
      {quote !== '' && (
        <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
          {translate('fulfilment.quoted', { quote })}
        </Typography>
      )}
      <Dialog open={isOpen} onClose={() => setOpen(false)} fullWidth maxWidth="md" scroll="paper" aria-labelledby={titleId}>
        <DialogTitle id={titleId}>{translate('fulfilment.clauseText')}</DialogTitle>
        <DialogContent dividers>{isOpen && <ContractWords contractId={contractId} clauseNumber={clauseNumber} quote={quote} />}</DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{translate('fulfilment.close')}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

function ContractWords({ contractId, clauseNumber, quote }: ClauseButtonProps) {
  const translate = useTranslate();
  const text = useOperation('fulfilment.clauses', { contractId });
  if (text.data === undefined) return text.error === null ? <LoadingState /> : <ErrorMessage error={text.error} operation="fulfilment.clauses" />;
  const withQuote = quote === '' ? -1 : text.data.findIndex((clause) => clause.text.includes(quote));
  const target = withQuote >= 0 ? withQuote : text.data.findIndex(({ number }) => number !== null && number === clauseNumber);
  return (
    <>
      {target < 0 && <Typography sx={{ mb: 1.5, color: 'text.secondary' }}>{translate('fulfilment.clauseGone')}</Typography>}
      {text.data.map((clause, index) => (
        <Box
          key={index}
          // The clause meant is brought into view and read first.
          ref={index === target ? (element: HTMLElement | null) => element?.scrollIntoView({ block: 'center' }) : undefined}
          tabIndex={index === target ? -1 : undefined}
          sx={{ whiteSpace: 'pre-line', py: 0.75, px: 1, borderRadius: 1, ...(index === target ? { bgcolor: 'action.selected' } : {}) }}
        >
          {index === withQuote ? <Marked text={clause.text} quote={quote} /> : clause.text}
        </Box>
      ))}
    </>
  );
}

function Marked({ text, quote }: { readonly text: string; readonly quote: string }) {
  const at = text.indexOf(quote);
  return (
    <>
      {text.slice(0, at)}
      <mark>{quote}</mark>
      {text.slice(at + quote.length)}
    </>
  );
}
