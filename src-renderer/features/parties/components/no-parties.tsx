import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { usePartyListView } from '../store.ts';

interface NoPartiesProps {
  readonly isNarrowed: boolean;
  /** So many match on the other side, archived or in use. */
  readonly elsewhere: number;
  readonly addButton: ReactNode;
}

/** Says why the list is empty, and the way on: words that match elsewhere, narrowing that can be taken off, a first party. */
export function NoParties({ isNarrowed, elsewhere, addButton }: NoPartiesProps) {
  const translate = useTranslate();
  const view = usePartyListView();
  if (isNarrowed) {
    const side = view.archived ? 'current' : 'archived';
    return (
      <EmptyState
        title={translate('parties.noneFound.title')}
        body={elsewhere === 0 ? translate('parties.noneFound.body') : translate(`parties.noneFound.elsewhere.${side}`, { count: elsewhere })}
        action={
          <Stack direction="row" spacing={1} sx={{ justifyContent: 'center' }}>
            {elsewhere > 0 && (
              <Button variant="contained" onClick={() => view.change({ archived: !view.archived })}>
                {translate(`parties.noneFound.show.${side}`)}
              </Button>
            )}
            <Button onClick={() => view.change({ search: '', kinds: [], standings: [] })}>{translate('parties.noneFound.clear')}</Button>
          </Stack>
        }
      />
    );
  }
  if (view.archived) {
    return <EmptyState title={translate('parties.noneArchived.title')} body={translate('parties.noneArchived.body')} />;
  }
  return <EmptyState title={translate('parties.empty.title')} body={translate('parties.empty.body')} {...(addButton === false ? {} : { action: addButton })} />;
}
