import { useState, type ReactNode } from 'react';
import type { LockedStatus } from '../../ipc/use-vault-status.ts';
import { CreateWizard } from './components/create-wizard.tsx';
import { EntranceFrame } from './components/entrance-frame.tsx';
import { OtherVaults } from './components/other-vaults.tsx';
import { RecoverForm } from './components/recover-form.tsx';
import { SampleEntrance } from './components/sample-entrance.tsx';
import { UnlockForm } from './components/unlock-form.tsx';
import { Welcome } from './components/welcome.tsx';

export interface EntranceProps {
  readonly status: LockedStatus | { readonly state: 'none' };
  readonly corner: ReactNode;
}

type View = 'start' | 'create' | 'others' | 'recover';

/** Everything before a vault is open: welcome, unlock, create, choose another, recover. */
export function Entrance({ status, corner }: EntranceProps) {
  const [view, setView] = useState<View>('start');
  const back = () => setView('start');
  return (
    <EntranceFrame corner={corner} width={view === 'create' ? 560 : 440} startsAtTop={view === 'create'}>
      {view === 'create' && <CreateWizard onLeave={back} />}
      {view === 'others' && (
        <OtherVaults
          currentId={status.state === 'locked' ? status.vault.id : undefined}
          onBack={back}
          onCreate={() => setView('create')}
        />
      )}
      {view === 'recover' && status.state === 'locked' && <RecoverForm status={status} onBack={back} />}
      {view === 'start' && <Start status={status} onView={setView} />}
    </EntranceFrame>
  );
}

interface StartProps {
  readonly status: EntranceProps['status'];
  readonly onView: (view: View) => void;
}

function Start({ status, onView }: StartProps) {
  if (status.state === 'none') return <Welcome onCreate={() => onView('create')} />;
  const others = () => onView('others');
  if (status.vault.sample) return <SampleEntrance onChooseOther={others} />;
  return <UnlockForm key={status.vault.id} status={status} onChooseOther={others} onRecover={() => onView('recover')} />;
}
