import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { onEvent } from '../../ipc/client.ts';
import { useShellStore } from './shell-store.ts';

/** Carries out what was chosen in the system's menu. */
export function useMenu(): void {
  const navigate = useNavigate();
  const open = useShellStore((state) => state.open);
  useEffect(
    () =>
      onEvent('menu', ({ action }) => {
        switch (action) {
          case 'commandPalette':
            return open('palette');
          case 'shortcuts':
            return open('shortcuts');
          case 'settings':
            return void navigate('/settings');
          case 'newContract':
            return void navigate('/templates');
          case 'reminders':
            return void navigate('/reminders');
          case 'verify':
            return void navigate('/verify');
        }
      }),
    [navigate, open],
  );
}
