import SearchOffOutlinedIcon from '@mui/icons-material/SearchOffOutlined';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import Paper from '@mui/material/Paper';
import type { Chapter, ChapterKey, HandbookHit } from '#shared/features/help/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';

interface SearchResultsProps {
  readonly hits: readonly HandbookHit[];
  readonly handbook: readonly Chapter[];
  readonly onShow: (chapter: ChapterKey, section: number | null) => void;
}

/** Where the handbook speaks of what was typed. */
export function SearchResults({ hits, handbook, onShow }: SearchResultsProps) {
  const translate = useTranslate();
  if (hits.length === 0) return <EmptyState icon={<SearchOffOutlinedIcon />} title={translate('help.none.title')} body={translate('help.none.body')} />;
  const titleOf = (key: ChapterKey) => handbook.find((chapter) => chapter.key === key)?.title ?? '';
  return (
    <Paper variant="outlined">
      <List aria-label={translate('help.results')}>
        {hits.map(({ chapter, section, title, excerpt }) => (
          <li key={`${chapter} ${section}`}>
            <ListItemButton onClick={() => onShow(chapter, section)}>
              <ListItemText primary={section === null ? title : `${titleOf(chapter)} › ${title}`} secondary={excerpt} />
            </ListItemButton>
          </li>
        ))}
      </List>
    </Paper>
  );
}
