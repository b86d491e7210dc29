import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import { useId, useState } from 'react';
import type { LibraryClause } from '#shared/features/clauses/model.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { SearchField } from '../../../ui/search-field.tsx';

/** Chooses a clause of the library to put into a text. */
export function LibraryDialog({ onChoose, onClose }: { readonly onChoose: (clause: LibraryClause) => void; readonly onClose: () => void }) {
  const translate = useTranslate();
  const language = useLanguage();
  const titleId = useId();
  const [search, setSearch] = useState('');
  const clauses = useOperation('clauses.list', undefined).data ?? [];
  const needle = search.trim().toLowerCase();
  const shown = clauses.filter(({ content, retiredAt }) => retiredAt === null && (needle === '' || JSON.stringify(content).toLowerCase().includes(needle)));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('templates.text.libraryTitle')}</DialogTitle>
      <DialogContent>
        <SearchField label={translate('clauses.search')} value={search} onChange={setSearch} />
        <List aria-label={translate('clauses.title')}>
          {shown.map((clause) => (
            <li key={clause.id}>
              <ListItemButton onClick={() => onChoose(clause)}>
                <ListItemText primary={language === 'zh-CN' ? clause.content.titleZh : clause.content.titleEn} secondary={translate(`clauses.category.${clause.content.category}`)} />
              </ListItemButton>
            </li>
          ))}
        </List>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {translate('ui.cancel')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
