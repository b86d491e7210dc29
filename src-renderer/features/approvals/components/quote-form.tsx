import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { mostQuotes, type Quote } from '#shared/features/approvals/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { QuoteList } from './quote-list.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';

interface QuoteFormProps {
  /** The words that are marked in the text, or were typed. */
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly quotes: readonly Quote[];
  readonly onChange: (quotes: readonly Quote[]) => void;
}

/** Takes down what an approver says about single words of the text. */
export function QuoteForm({ words, onWords, quotes, onChange }: QuoteFormProps) {
  const translate = useTranslate();
  const [comment, setComment] = useState('');
  const isComplete = words.trim() !== '' && comment.trim() !== '' && quotes.length < mostQuotes;
  const add = () => {
    if (!isComplete) return;
    onChange([...quotes, { quote: words.trim().slice(0, 500), comment: comment.trim() }]);
    onWords('');
    setComment('');
  };
  return (
    <Stack spacing={1.25}>
      <PlainTextField size="small" multiline maxRows={4} label={translate('approvals.quotes.words')} helperText={translate('approvals.quotes.hint')} value={words} onChange={(event) => onWords(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
      <PlainTextField size="small" multiline maxRows={4} label={translate('approvals.quotes.comment')} value={comment} onChange={(event) => setComment(event.target.value)} slotProps={{ htmlInput: { maxLength: 1000 } }} />
      <Button size="small" variant="outlined" disabled={!isComplete} onClick={add} sx={{ alignSelf: 'flex-start' }}>
        {translate('approvals.quotes.add')}
      </Button>
      <QuoteList quotes={quotes} onRemove={(index) => onChange(quotes.toSpliced(index, 1))} />
    </Stack>
  );
}
