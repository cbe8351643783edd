// SPDX-License-Identifier: Apache-2.0
import TextField from '@material-ui/core/TextField';
import type { Choice } from '../../model/choice';

/** One of a few, always chosen. */
export function SelectField<T extends string>(props: {
  label: string;
  choices: readonly (Choice & { value: T })[];
  value: T;
  onChange: (value: T) => void;
}) {
  const { label, choices, value, onChange } = props;
  return (
    <TextField
      select
      fullWidth
      size="small"
      variant="outlined"
      label={label}
      value={value}
      onChange={event => onChange(event.target.value as T)}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      inputProps={{ 'aria-label': label }}
    >
      {choices.map(choice => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </TextField>
  );
}
