import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { IndexedTerm } from '#shared/features/checker/term-index.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { insertInlines } from '../../../ui/document-editor/insert/contents.ts';
import type { Surface } from '../../../ui/document-editor/surface.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { goToTerm, useTerms } from '../use-terms.ts';

/** The defined terms of the text: where each is defined and used, which lack a definition, which nobody uses. */
export function TermList({ surface }: { readonly surface: Surface }) {
  const translate = useTranslate();
  const read = useTerms(surface);
  const [onlyProblems, setOnlyProblems] = useState(false);
  const problems = read.terms.filter(({ state }) => state !== 'fine').length;
  if (read.terms.length === 0) return <EmptyState title={translate('editor.terms.none')} body={translate('editor.terms.noneBody')} />;
  const shown = onlyProblems ? read.terms.filter(({ state }) => state !== 'fine') : read.terms;
  return (
    <Stack spacing={1.5}>
      <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography variant="body2" color="textSecondary" role="status">
          {translate('editor.terms.count', { count: read.terms.length, problems })}
        </Typography>
        <FormControlLabel control={<Switch size="small" checked={onlyProblems} onChange={(_, isOn) => setOnlyProblems(isOn)} />} label={translate('editor.terms.onlyProblems')} slotProps={{ typography: { variant: 'body2' } }} />
      </Stack>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((term) => (
          <TermLine key={term.term} term={term} surface={surface} onGo={(place) => goToTerm(surface, read, place)} />
        ))}
      </Box>
    </Stack>
  );
}

interface TermLineProps {
  readonly term: IndexedTerm;
  readonly surface: Surface;
  readonly onGo: (place: IndexedTerm['uses'][number]) => void;
}

function TermLine({ term: { term, state, definitions, uses }, surface, onGo }: TermLineProps) {
  const translate = useTranslate();
  const [at, setAt] = useState(-1);
  const [definition] = definitions;
  const next = () => {
    const index = (at + 1) % uses.length;
    const place = uses[index];
    if (place === undefined) return;
    setAt(index);
    onGo(place);
  };
  return (
    <Box component="li" data-term={state} sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {term}
        </Typography>
        {state !== 'fine' && <StatusChip tone={state === 'unused' ? 'neutral' : 'warning'} label={translate(`editor.terms.state.${state}`)} />}
      </Stack>
      <Stack direction="row" spacing={0.5} useFlexGap sx={{ flexWrap: 'wrap', ml: -0.75 }}>
        {definition !== undefined && (
          <Button size="small" aria-label={translate('editor.terms.toDefinitionOf', { term })} onClick={() => onGo(definition)}>
            {translate('editor.terms.toDefinition')}
          </Button>
        )}
        <Button size="small" disabled={uses.length === 0} aria-label={translate('editor.terms.nextUseOf', { term, count: uses.length })} onClick={next}>
          {at < 0 ? translate('editor.terms.uses', { count: uses.length }) : translate('editor.terms.useAt', { at: at + 1, count: uses.length })}
        </Button>
        <Button size="small" color="inherit" aria-label={translate('editor.terms.insertOne', { term })} onMouseDown={(event) => event.preventDefault()} onClick={() => insertInlines(surface.editor, [{ type: 'text', text: term, marks: [] }])}>
          {translate('editor.terms.insert')}
        </Button>
      </Stack>
    </Box>
  );
}
