import Step from '@mui/material/Step';
import StepLabel from '@mui/material/StepLabel';
import Stepper from '@mui/material/Stepper';
import { useState } from 'react';
import { useTranslate } from '../../i18n/i18n.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SectionCard } from '../../ui/section-card.tsx';
import { BatchHistory } from './components/batch-history.tsx';
import { CheckStep } from './components/check-step.tsx';
import { ChooseStep } from './components/choose-step.tsx';
import { MapStep } from './components/map-step.tsx';
import { RunStep } from './components/run-step.tsx';
import { WatchCard } from './components/watch-card.tsx';
import { useImportDraft } from './use-import-draft.ts';
import { useTask } from '../../ipc/use-task.ts';

const steps = ['choose', 'map', 'check', 'run'] as const;
type StepName = (typeof steps)[number];

/** Contracts and parties from files of other programs, in four steps, and what was imported before. */
export function ImportPage() {
  const translate = useTranslate();
  const mayImport = usePermission('imports.run');
  const [step, setStep] = useState<StepName>('choose');
  return (
    <Page title={translate('imports.title')} subtitle={translate('imports.lead')} back={{ to: '/contracts', label: translate('imports.back') }} maxWidth={1120} phase={step}>
      {mayImport ? (
        <>
          <Wizard step={step} setStep={setStep} />
          <BatchHistory />
          <WatchCard />
        </>
      ) : (
        <EmptyState title={translate('imports.notAllowed.title')} body={translate('imports.notAllowed.body')} />
      )}
    </Page>
  );
}

interface WizardProps {
  readonly step: StepName;
  readonly setStep: (step: StepName) => void;
}

function Wizard({ step, setStep }: WizardProps) {
  const translate = useTranslate();
  const state = useImportDraft();
  const checking = useTask('imports.check', 'imports.cancel');
  const importing = useTask('imports.run', 'imports.cancel');
  const { draft } = state;

  function check(): void {
    if (draft?.plan === null || draft === null) return;
    setStep('check');
    void checking.start({ pickId: draft.pickId, plan: draft.plan });
  }

  function run(): void {
    if (draft?.plan === null || draft === null) return;
    setStep('run');
    void importing.start({ pickId: draft.pickId, plan: draft.plan });
  }

  function startOver(): void {
    state.clear();
    checking.reset();
    importing.reset();
    setStep('choose');
  }

  return (
    <SectionCard title={translate(`imports.step.${step}`)} subtitle={draft === null ? translate('imports.choose.formats') : draft.fileName}>
      <Stepper activeStep={importing.state.kind === 'done' ? steps.length : steps.indexOf(step)} sx={{ mb: 3 }} aria-label={translate('imports.stepsLabel')}>
        {steps.map((name) => (
          <Step key={name}>
            <StepLabel>{translate(`imports.step.${name}`)}</StepLabel>
          </Step>
        ))}
      </Stepper>
      {step === 'choose' && <ChooseStep state={state} onNext={() => setStep('map')} />}
      {step === 'map' && draft !== null && <MapStep state={state} draft={draft} onBack={() => setStep('choose')} onNext={check} />}
      {step === 'check' && draft !== null && (
        <CheckStep draft={draft} task={checking} onBack={() => setStep('map')} onAgain={check} onNext={run} />
      )}
      {step === 'run' && <RunStep task={importing} onBack={() => setStep('check')} onAgain={startOver} />}
    </SectionCard>
  );
}
