import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { isDialogOpen } from '../../ui/open-dialog.ts';
import { useLock } from '../use-lock.ts';
import { shortcuts, type ShortcutAction } from './shortcuts.ts';
import { useShellStore } from './shell-store.ts';

/** Obeys the keys of the frame. A key that is taken here does not reach the menu's accelerators a second time. */
export function useShortcuts(): void {
  const act = useAction();
  useEffect(() => {
    const obey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      const shortcut = shortcuts.find(({ matches }) => matches(event));
      if (shortcut === undefined || (isAsked() && shortcut.action.kind !== 'lock')) return;
      event.preventDefault();
      act(shortcut.action);
    };
    globalThis.addEventListener('keydown', obey);
    return () => globalThis.removeEventListener('keydown', obey);
  }, [act]);
}

function useAction(): (action: ShortcutAction) => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const lock = useLock();
  const open = useShellStore((state) => state.open);
  return (action) => {
    switch (action.kind) {
      case 'go':
        return void navigate(action.path);
      case 'newContract':
        return void navigate('/templates');
      case 'help':
        return void navigate(`/help?for=${encodeURIComponent(pathname)}`);
      case 'palette':
      case 'shortcuts':
        return open(action.kind);
      case 'lock':
        return lock();
      case 'search':
        return document.querySelector<HTMLElement>('main [data-search-field]')?.focus();
    }
  };
}

/** What a dialog asks comes first: keys must not lead away beneath it. One of the frame that is just closing asks nothing more. */
function isAsked(): boolean {
  return useShellStore.getState().overlay !== null || isDialogOpen('[data-shell-overlay]');
}
