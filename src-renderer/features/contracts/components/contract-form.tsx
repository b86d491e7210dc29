import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { FormProvider } from 'react-hook-form';
import type { ContractBody, ContractEntry } from '#shared/features/contracts/model.ts';
import { ContractFormContext, type RenderNewParty } from '../contract-form-context.ts';
import type { FormValues } from '../form-values.ts';
import { useFormFocus } from '../store.ts';
import { useContractForm } from '../use-contract-form.ts';
import { DateWords } from '../../../ui/date-words.tsx';
import { FormBasics } from './form-basics.tsx';
import { FormPanes } from './form-panes.tsx';
import { FormProgress } from './form-progress.tsx';
import { LivePreview } from './live-preview.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { VariableSections } from './variable-sections.tsx';

interface ContractFormProps {
  readonly body: ContractBody;
  readonly initial: FormValues;
  /** The contract's number; null before it has one. */
  readonly number: string | null;
  readonly submitLabel: string;
  readonly isSubmitting: boolean;
  readonly onSubmit: (entry: ContractEntry) => void;
  /** Told of each change, a moment after it. */
  readonly onTyped?: (typed: FormValues, isDirty: boolean) => void;
  /** Stands above the fields, e.g. that a form was restored. */
  readonly notice?: ReactNode;
  /** Stands beside the button, e.g. when the form was kept. */
  readonly status?: ReactNode;
  readonly renderNewParty: RenderNewParty | undefined;
}

/** The form of a contract with its text beside it. */
export function ContractForm(props: ContractFormProps) {
  const { body, onTyped } = props;
  const state = useContractForm(body, props.initial);
  const { assessment, latest, typed, problemTextByKey, visit } = state;
  const { isDirty } = state.form.formState;
  const activate = useFormFocus((focus) => focus.activate);
  const [needed, setNeeded] = useState(assessment.needed);
  if (!sameKeys(needed, assessment.needed)) setNeeded(assessment.needed);

  useEffect(() => {
    onTyped?.(latest, isDirty);
  }, [onTyped, latest, isDirty]);
  useEffect(() => () => activate(null), [activate]);

  const context = useMemo(
    () => ({ problemTextByKey, visit, renderNewParty: props.renderNewParty }),
    [problemTextByKey, visit, props.renderNewParty],
  );
  const submit = () => {
    const entry = state.submit();
    if (entry !== null) props.onSubmit(entry);
  };
  return (
    <FormProvider {...state.form}>
      <ContractFormContext value={context}>
        <DateWords>
          <FormPanes
            form={
              <Stack
                component="form"
                noValidate
                autoComplete="off"
                spacing={2}
                onSubmit={(event) => {
                  event.preventDefault();
                  submit();
                }}
              >
                {props.notice}
                <ProblemSummary problems={state.summary} variables={body.variables} textOf={state.textOf} />
                <FormBasics />
                <VariableSections variables={body.variables} needed={needed} />
                <Box sx={barStyle}>
                  <Button type="submit" variant="contained" disabled={props.isSubmitting}>
                    {props.submitLabel}
                  </Button>
                  <FormProgress assessment={assessment} problems={state.summary} />
                  {props.status}
                </Box>
              </Stack>
            }
            preview={
              <LivePreview
                body={body}
                language={typed.language}
                values={assessment.values}
                withheldKeys={assessment.withheldKeys}
                number={props.number}
              />
            }
          />
        </DateWords>
      </ContractFormContext>
    </FormProvider>
  );
}

function sameKeys(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((key) => other.has(key));
}

/** Stays in reach at the foot of the window while the fields scroll. */
const barStyle = {
  position: 'sticky',
  bottom: 0,
  zIndex: 2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 2,
  rowGap: 0.5,
  py: 1.5,
  bgcolor: 'background.default',
  borderTop: 1,
  borderColor: 'divider',
} as const;
