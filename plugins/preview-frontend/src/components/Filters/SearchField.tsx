// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import SearchIcon from '@material-ui/icons/Search';
import { clockApiRef } from '../../clock/ClockApi';

const PAUSE_MILLIS = 300;

/** Free text; reports it once the typing pauses. */
export function SearchField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, value, onChange } = props;
  const clock = useApi(clockApiRef);
  const [text, setText] = useState(value);
  const report = useRef(onChange);
  report.current = onChange;
  useEffect(() => setText(value), [value]);
  useEffect(
    () =>
      text === value
        ? undefined
        : clock.after(PAUSE_MILLIS, () => report.current(text)),
    [clock, text, value],
  );
  return (
    <TextField
      fullWidth
      style={{ gridColumn: '1 / -1' }}
      size="small"
      variant="outlined"
      type="search"
      label={label}
      value={text}
      onChange={event => setText(event.target.value)}
      InputLabelProps={{ shrink: true }}
      inputProps={{
        'aria-label': label,
        autoComplete: 'off',
        spellCheck: false,
      }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon fontSize="small" aria-hidden />
          </InputAdornment>
        ),
      }}
    />
  );
}
