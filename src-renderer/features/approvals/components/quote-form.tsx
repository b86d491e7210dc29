import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useEffect, useRef } from 'react';
import { mostQuotes } from '#shared/features/approvals/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { withRemark, type DecisionTyped } from '../decision-typed.ts';
import { QuoteList } from './quote-list.tsx';

interface QuoteFormProps {
  /** The words that are marked in the text, or were typed. */
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly kept: KeptForm<DecisionTyped>;
  /** How often a decision was held back because the comment stands at no words. */
  readonly strays: number;
}

/** Takes down what an approver says about single words of the text. */
export function QuoteForm({ words, onWords, kept, strays }: QuoteFormProps) {
  const translate = useTranslate();
  const { quotes, remark } = kept.typed;
  const added = withRemark({ quotes, words, remark });
  const isStray = strays > 0 && added === null;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (strays > 0) field.current?.focus();
  }, [strays]);
  const add = () => {
    if (added === null) return;
    kept.change({ quotes: added, words: '', remark: '' });
    onWords('');
  };
  return (
    <Stack spacing={1.25}>
      <PlainTextField size="small" multiline maxRows={4} inputRef={field} label={translate('approvals.quotes.words')} error={isStray} helperText={isStray ? translate(quotes.length < mostQuotes ? 'approvals.quotes.stray' : 'approvals.quotes.full', { most: mostQuotes }) : translate('approvals.quotes.hint')} value={words} onChange={(event) => onWords(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
      <PlainTextField size="small" multiline maxRows={4} label={translate('approvals.quotes.comment')} value={remark} onChange={(event) => kept.change({ remark: event.target.value, words })} slotProps={{ htmlInput: { maxLength: 1000 } }} />
      <Button size="small" variant="outlined" disabled={remark.trim() === '' || added === null} onClick={add} sx={{ alignSelf: 'flex-start' }}>
        {translate('approvals.quotes.add')}
      </Button>
      <QuoteList quotes={quotes} onRemove={(index) => kept.change({ quotes: quotes.toSpliced(index, 1) })} />
    </Stack>
  );
}
