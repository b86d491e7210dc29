import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import ListSubheader from '@mui/material/ListSubheader';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { clauseCategories, type ClauseCategory, type LibraryClause } from '#shared/features/clauses/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { UnfinishedNotice } from '../../keeping/unfinished-notice.tsx';
import { useResumeAmong } from '../../keeping/use-resume.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { ClauseDetail } from './components/clause-detail.tsx';
import { ClauseDialog } from './components/clause-dialog.tsx';
import { RequirementsDialog } from './components/requirements-dialog.tsx';
import { useClauseWords } from './use-clause-words.ts';

/** The house's standard clauses: found, read side by side, changed, taken out of use. */
export function ClausesPage() {
  const translate = useTranslate();
  const mayWrite = usePermission('clauses.write');
  const clauses = useOperation('clauses.list', undefined);
  const [edited, setEdited] = useState<LibraryClause | 'new' | null>(null);
  useResumeAmong('clause', clauses.data, (clause) => setEdited(clause ?? 'new'));
  const [isRequiring, setRequiring] = useState(false);
  return (
    <Page
      title={translate('clauses.title')}
      subtitle={translate('clauses.lead')}
      actions={
        mayWrite && (
          <>
            <Button onClick={() => setRequiring(true)}>{translate('clauses.requirements.open')}</Button>
            <Button variant="contained" startIcon={<AddIcon />} onClick={() => setEdited('new')}>
              {translate('clauses.add')}
            </Button>
          </>
        )
      }
    >
      <UnfinishedNotice contractId={null} dialogs={['clause']} />
      {clauses.error?.code === 'WITHHELD' && <EmptyState title={translate('clauses.withheld.title')} body={translate('clauses.withheld.body')} />}
      {clauses.error !== null && clauses.error.code !== 'WITHHELD' && <ErrorMessage error={clauses.error} onRetry={clauses.refetch} />}
      {clauses.data === undefined && clauses.error === null && <LoadingState />}
      {clauses.data !== undefined && <Library clauses={clauses.data} onEdit={setEdited} />}
      {edited !== null && <ClauseDialog key={edited === 'new' ? 'new' : edited.id} clause={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {isRequiring && <RequirementsDialog onClose={() => setRequiring(false)} />}
    </Page>
  );
}

function Library({ clauses, onEdit }: { readonly clauses: readonly LibraryClause[]; readonly onEdit: (clause: LibraryClause) => void }) {
  const translate = useTranslate();
  const wordsOf = useClauseWords();
  const [search, setSearch] = useState('');
  const [category, setCategory] = useState<ClauseCategory | 'all'>('all');
  const [withRetired, setWithRetired] = useState(false);
  const [chosenId, setChosen] = useState<string | null>(null);
  const needle = search.trim().toLowerCase();
  const shown = clauses.filter(
    ({ content, retiredAt }) =>
      (withRetired || retiredAt === null) && (category === 'all' || content.category === category) && (needle === '' || JSON.stringify(content).toLowerCase().includes(needle)),
  );
  const chosen = shown.find(({ id }) => id === chosenId) ?? shown[0];
  return (
    <>
      <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <SearchField label={translate('clauses.search')} value={search} onChange={setSearch} />
        <TextField select size="small" label={translate('clauses.field.category')} value={category} onChange={(event) => setCategory(clauseCategories.find((one) => one === event.target.value) ?? 'all')} sx={{ minWidth: 220 }}>
          <MenuItem value="all">{translate('clauses.all')}</MenuItem>
          {clauseCategories.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`clauses.category.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <FormControlLabel control={<Switch checked={withRetired} onChange={(_, isOn) => setWithRetired(isOn)} />} label={translate('clauses.withRetired')} />
      </Stack>
      {chosen === undefined && <EmptyState title={translate('clauses.none')} />}
      {chosen !== undefined && (
        <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '300px minmax(0, 1fr)' }, alignItems: 'start' }}>
          <Paper variant="outlined" sx={{ position: { md: 'sticky' }, top: 16, maxHeight: { xs: '30vh', md: 'calc(100vh - 120px)' }, overflowY: 'auto' }}>
            {clauseCategories
              .filter((one) => shown.some(({ content }) => content.category === one))
              .map((one) => (
                <List key={one} dense disablePadding aria-label={translate(`clauses.category.${one}`)} subheader={<ListSubheader>{translate(`clauses.category.${one}`)}</ListSubheader>}>
                  {shown
                    .filter(({ content }) => content.category === one)
                    .map((clause) => (
                      <li key={clause.id}>
                        <ListItemButton selected={clause.id === chosen.id} onClick={() => setChosen(clause.id)}>
                          <ListItemText primary={wordsOf(clause.content).title} {...(clause.retiredAt === null ? {} : { secondary: translate('clauses.isRetired') })} />
                        </ListItemButton>
                      </li>
                    ))}
                </List>
              ))}
          </Paper>
          <ClauseDetail key={chosen.id} clause={chosen} onEdit={() => onEdit(chosen)} />
        </Box>
      )}
    </>
  );
}
