import { lazy, Suspense, useEffect, useRef } from 'react';
import { useMatch, useNavigate } from 'react-router';
import { onEvent } from '../ipc/client.ts';
import { openerOf } from '../ipc/opener.ts';
import { useOperation } from '../ipc/use-query.ts';
import { useConfirmStore } from '../ui/confirm-store.ts';
import { ErrorMessage } from '../ui/error-message.tsx';
import { useToastStore } from '../ui/toast-store.ts';
import { LanguageSwitch } from '../features/settings/components/language-switch.tsx';
import { ThemeSwitch } from '../features/settings/components/theme-switch.tsx';
import { preloadable } from './preloadable.tsx';
import { useShellStore } from './shell/shell-store.ts';

const Shell = preloadable(async () => (await import('./shell/shell.tsx')).Shell);
export const Entrance = preloadable(async () => (await import('../features/vault/entrance.tsx')).Entrance);
const OutsideFrame = lazy(async () => ({ default: (await import('./outside-frame.tsx')).OutsideFrame }));

const corner = (
  <>
    <LanguageSwitch />
    <ThemeSwitch />
  </>
);

/** Lets a person into the pages when the vault is open, and shows the way in when it is not. */
export function LockGate() {
  const { data: status, error, refetch } = useOperation('vault.status', undefined);
  const isVerifying = useMatch('/verify') !== null;
  useFreshStart(openerOf(status));
  useVerifyFromMenu(status?.state !== 'unlocked');
  useShellAhead(status?.state === 'locked');
  useHandOver();
  useSilenceWhenLocked(status?.state === 'unlocked');
  useWayInWhenLocked(status?.state === 'unlocked', isVerifying);

  if (status === undefined) return error === null ? null : <ErrorMessage error={error} onRetry={refetch} />;
  return (
    <Suspense fallback={null}>
      {status.state === 'unlocked' ? (
        // Another vault is another world, and so is another person: nothing that a page holds is taken there.
        <Shell key={openerOf(status)} status={status} corner={corner} />
      ) : isVerifying ? (
        <OutsideFrame corner={corner} />
      ) : (
        <Entrance status={status} corner={corner} />
      )}
    </Suspense>
  );
}

/**
 * After a lock the same vault opens on the page that was left for whoever left it; another vault knows nothing of that page,
 * and another person need not. A course is in every vault, and exercises lead from one to the other.
 */
function useFreshStart(opener: string | null): void {
  const navigate = useNavigate();
  const openedBefore = useRef<string | null>(null);
  const isCourse = useMatch('/training/:courseId') !== null;
  useEffect(() => {
    if (opener === null) return;
    if (openedBefore.current !== null && openedBefore.current !== opener && !isCourse) void navigate('/', { replace: true });
    openedBefore.current = opener;
  }, [opener, isCourse, navigate]);
}

function useVerifyFromMenu(isOutside: boolean): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (!isOutside) return undefined;
    return onEvent('menu', ({ action }) => {
      if (action === 'verify') void navigate('/verify');
    });
  }, [isOutside, navigate]);
}

/** A lock that main begins (menu, sleep, idle time) is told to the pages as their own is. */
function useHandOver(): void {
  useEffect(() => onEvent('lockComing', () => void globalThis.dispatchEvent(new Event('beforelock'))), []);
}

/** Nothing that was said or asked about the vault's content stays on the screen once it is locked. */
function useSilenceWhenLocked(isUnlocked: boolean): void {
  useEffect(() => {
    if (!isUnlocked) return undefined;
    return () => {
      useToastStore.getState().dismiss();
      useConfirmStore.getState().settle(false);
      useShellStore.getState().close();
    };
  }, [isUnlocked]);
}

/** Who locks the vault while verifying a file wants the lock screen; the page is open to all only when asked for there. */
function useWayInWhenLocked(isUnlocked: boolean, isVerifying: boolean): void {
  const navigate = useNavigate();
  const wasVerifying = useRef(isVerifying);
  useEffect(() => {
    wasVerifying.current = isVerifying;
  }, [isVerifying]);
  useEffect(() => {
    if (!isUnlocked) return undefined;
    return () => {
      if (wasVerifying.current) void navigate('/', { replace: true });
    };
  }, [isUnlocked, navigate]);
}

/** While a person types the passphrase there is time to fetch what comes after it. */
function useShellAhead(isLocked: boolean): void {
  useEffect(() => {
    if (!isLocked) return undefined;
    const idle = requestIdleCallback(() => void Shell.preload());
    return () => cancelIdleCallback(idle);
  }, [isLocked]);
}
