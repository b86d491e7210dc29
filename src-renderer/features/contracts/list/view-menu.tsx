import BookmarkBorderIcon from '@mui/icons-material/BookmarkBorder';
import DeleteOutlineIcon from '@mui/icons-material/DeleteOutlined';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useState, type KeyboardEvent } from 'react';
import type { ContractSelection, SavedView } from '#shared/features/contracts/list.ts';
import { isDescendingByDefault } from '#shared/features/contracts/list.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { NameDialog } from '../../../ui/name-dialog.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useUndo } from '../../../ui/use-undo.ts';
import { useContractListView } from '../store.ts';

/** The views that were kept: to take up, to keep the present one, to forget one. */
export function ViewMenu({ selection }: { readonly selection: ContractSelection }) {
  const translate = useTranslate();
  const toast = useToast();
  const undo = useUndo();
  const { hiddenColumns, change } = useContractListView();
  const views = useOperation('contracts.views', undefined).data ?? [];
  const save = useCommand('contracts.saveView');
  const remove = useCommand('contracts.deleteView');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isNaming, setNaming] = useState(false);
  const take = ({ selection: kept, hiddenColumns: hidden }: SavedView) => {
    setAnchor(null);
    change({
      search: kept.search,
      filter: kept.filter ?? {},
      sort: kept.sort,
      descending: kept.descending ?? isDescendingByDefault(kept.sort),
      hiddenColumns: hidden,
    });
  };
  const keep = async (name: string) => {
    const reply = await save.run({ name, selection, hiddenColumns });
    if (reply.ok) toast.success(translate('contracts.view.saved', { name }));
    else toast.failure(reply.error);
    setNaming(!reply.ok);
  };
  const forget = async ({ id, name, selection: kept, hiddenColumns: hidden }: SavedView) => {
    const reply = await remove.run({ id });
    if (reply.ok) toast.success(translate('contracts.view.deleted', { name }), undo(() => save.run({ name, selection: kept, hiddenColumns: hidden })));
    else toast.failure(reply.error);
  };
  const forgetByKey = (event: KeyboardEvent<HTMLElement>, view: SavedView) => {
    if (event.key !== 'Delete') return;
    event.preventDefault();
    focusItemAfter(event.currentTarget);
    void forget(view);
  };
  return (
    <>
      <Button color="inherit" startIcon={<BookmarkBorderIcon />} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        {translate('contracts.view.menu')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {views.length === 0 && (
          <MenuItem disabled dense>
            {translate('contracts.view.none')}
          </MenuItem>
        )}
        {views.map((view) => (
          <MenuItem key={view.id} dense aria-keyshortcuts="Delete" onClick={() => take(view)} onKeyDown={(event) => forgetByKey(event, view)}>
            <ListItemText primary={view.name} sx={{ mr: 2 }} />
            <IconButton
              size="small"
              edge="end"
              tabIndex={-1}
              aria-label={translate('contracts.view.delete', { name: view.name })}
              onClick={(event) => {
                event.stopPropagation();
                void forget(view);
              }}
            >
              <DeleteOutlineIcon fontSize="small" />
            </IconButton>
          </MenuItem>
        ))}
        {views.length > 0 && (
          <Typography component="li" role="presentation" variant="body2" sx={{ px: 2, py: 0.5, color: 'text.secondary' }}>
            {translate('contracts.view.deleteKey')}
          </Typography>
        )}
        <Divider />
        <MenuItem
          dense
          onClick={() => {
            setAnchor(null);
            setNaming(true);
          }}
        >
          {translate('contracts.view.save')}
        </MenuItem>
      </Menu>
      <NameDialog
        isOpen={isNaming}
        title={translate('contracts.view.saveTitle')}
        label={translate('contracts.view.name')}
        submitLabel={translate('contracts.view.saveSubmit')}
        maxLength={60}
        isRunning={save.isRunning}
        onSubmit={(name) => void keep(name)}
        onClose={() => setNaming(false)}
      />
    </>
  );
}

/** Keeps the keyboard in the menu when an item of it goes; the last one always stays. */
function focusItemAfter(item: HTMLElement): void {
  const items = [...(item.parentElement?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  items[items.indexOf(item) + 1]?.focus();
}
