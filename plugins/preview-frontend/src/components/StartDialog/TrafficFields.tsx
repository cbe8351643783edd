// SPDX-License-Identifier: Apache-2.0
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import MenuItem from '@material-ui/core/MenuItem';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import type {
  TargetOption,
  TrafficMode,
} from '@preview-environments/backstage-plugin-preview-common';
import type { StartForm } from '../../model/startForm';
import { useWords } from '../../translation/useWords';

const MODES: TrafficMode[] = ['steal', 'mirror', 'none'];

/** What happens to requests, and which header marks them. */
export function TrafficFields(props: {
  form: StartForm;
  target: TargetOption;
  headers: string[];
  error: string | null;
  onChange: (part: Partial<StartForm>) => void;
}) {
  const t = useWords();
  const { form, target, headers, error, onChange } = props;
  const absent = (mode: TrafficMode) =>
    target.capabilities.reasons[mode] ?? t('start.modeAbsent');
  return (
    <FormControl component="fieldset" error={Boolean(error)} fullWidth>
      <FormLabel component="legend">{t('start.traffic')}</FormLabel>
      <RadioGroup
        value={form.mode}
        onChange={(_event, value) => onChange({ mode: value as TrafficMode })}
      >
        {MODES.map(mode => {
          const offered = target.trafficModes.includes(mode);
          return (
            <FormControlLabel
              key={mode}
              value={mode}
              disabled={!offered}
              control={<Radio size="small" color="primary" />}
              label={
                offered
                  ? t(`start.mode.${mode}`)
                  : `${t(`start.mode.${mode}`)} (${absent(mode)})`
              }
            />
          );
        })}
      </RadioGroup>
      {form.mode !== 'none' && headers.length > 1 && (
        <TextField
          select
          label={t('start.header')}
          value={form.header}
          onChange={event => onChange({ header: event.target.value })}
        >
          {headers.map(header => (
            <MenuItem key={header} value={header}>
              {header}
            </MenuItem>
          ))}
        </TextField>
      )}
      {error && <FormHelperText>{error}</FormHelperText>}
    </FormControl>
  );
}
