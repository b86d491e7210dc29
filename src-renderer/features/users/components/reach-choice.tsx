import Autocomplete from '@mui/material/Autocomplete';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { Fragment, useId } from 'react';
import { longestDepartment, mostDepartments, reachScopes, type Reach } from '#shared/features/vault/reach.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';

/** Which contracts a person is to see, while it is being chosen: the departments are kept when another scope is looked at. */
export interface ReachDraft {
  readonly scope: Reach['scope'];
  readonly departments: readonly string[];
}

/** A reach as it is chosen. */
export function draftOfReach(reach: Reach): ReachDraft {
  return { scope: reach.scope, departments: reach.scope === 'department' ? reach.departments : [] };
}

/** What was chosen; null while no department is named. An administrator sees all, whatever was chosen before. */
export function reachOfDraft({ scope, departments }: ReachDraft, isAdministrator: boolean): Reach | null {
  if (isAdministrator || scope === 'all') return { scope: 'all' };
  if (scope === 'own') return { scope };
  return departments.length === 0 ? null : { scope, departments };
}

interface ReachChoiceProps {
  readonly chosen: ReachDraft;
  readonly onChange: (chosen: ReachDraft) => void;
  readonly isAdministrator: boolean;
}

/** All contracts, those of some departments, or their own only. */
export function ReachChoice({ chosen, onChange, isAdministrator }: ReachChoiceProps) {
  const translate = useTranslate();
  const titleId = useId();
  const { data: departments = [] } = useOperation('users.departments', undefined);
  const scope = isAdministrator ? 'all' : chosen.scope;
  return (
    <FormControl disabled={isAdministrator}>
      <FormLabel id={titleId}>{translate('users.reach.title')}</FormLabel>
      <RadioGroup aria-labelledby={titleId} value={scope} onChange={(_, value) => onChange({ ...chosen, scope: value as Reach['scope'] })}>
        {reachScopes.map((one) => (
          <Fragment key={one}>
            <FormControlLabel value={one} control={<Radio />} label={translate(`users.reach.${one}`)} />
            {one === 'department' && scope === one && (
              <Autocomplete
                multiple
                freeSolo
                autoSelect
                size="small"
                options={departments}
                value={[...chosen.departments]}
                onChange={(_, value) => onChange({ ...chosen, departments: namesIn(value) })}
                renderInput={(props) => <TextField {...props} required={chosen.departments.length === 0} label={translate('users.reach.departments')} helperText={translate('users.reach.departmentsHint')} />}
                sx={{ my: 1, ml: 4 }}
              />
            )}
          </Fragment>
        ))}
      </RadioGroup>
      <FormHelperText sx={{ mx: 0 }}>{translate(isAdministrator ? 'users.reach.administrator' : 'users.reach.lead')}</FormHelperText>
    </FormControl>
  );
}

/** As many and as long as a reach takes. */
function namesIn(typed: readonly string[]): readonly string[] {
  return [...new Set(typed.map((name) => name.trim().slice(0, longestDepartment)))].filter((name) => name !== '').slice(0, mostDepartments);
}
