import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import Paper from '@mui/material/Paper';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ChapterKey } from '#shared/features/help/model.ts';
import { chapterOf, searchHandbook } from '#shared/features/help/rules.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { ChapterText } from './components/chapter-text.tsx';
import { SearchResults } from './components/search-results.tsx';
import { useHandbook } from './handbook.ts';

/** The handbook: chapters at the left, the text beside it, and a search over all of it. `?for=` names a page to explain. */
export function HelpPage() {
  const translate = useTranslate();
  const handbook = useHandbook();
  const [search, setSearch] = useState('');
  const [params, setParams] = useSearchParams();
  const wanted = params.get('chapter') ?? chapterOf(params.get('for') ?? '/');
  const chapter = handbook.find(({ key }) => key === wanted) ?? handbook[0];
  const section = params.get('section');
  const show = (key: ChapterKey, at: number | null) => {
    setSearch('');
    setParams({ chapter: key, ...(at === null ? {} : { section: String(at) }) });
  };
  if (chapter === undefined) return null;
  return (
    <Page title={translate('help.title')} subtitle={translate('help.lead')} actions={<SearchField label={translate('help.search')} value={search} onChange={setSearch} />} maxWidth={1172}>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '240px minmax(0, 1fr)' }, alignItems: 'start' }}>
        <Paper component="nav" variant="outlined" aria-label={translate('help.chapters')} sx={{ position: { md: 'sticky' }, top: 16, maxHeight: { xs: '30vh', md: 'none' }, overflowY: 'auto' }}>
          <List dense>
            {handbook.map(({ key, title }) => (
              <li key={key}>
                <ListItemButton selected={key === chapter.key && search === ''} aria-current={key === chapter.key ? 'page' : undefined} onClick={() => show(key, null)}>
                  <ListItemText primary={title} />
                </ListItemButton>
              </li>
            ))}
          </List>
        </Paper>
        {search === '' ? (
          <ChapterText key={chapter.key} chapter={chapter} section={section === null ? null : Number(section)} />
        ) : (
          <SearchResults hits={searchHandbook(handbook, search)} handbook={handbook} onShow={show} />
        )}
      </Box>
    </Page>
  );
}
