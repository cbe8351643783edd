// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { DateTime } from 'luxon';
import TextField from '@material-ui/core/TextField';

const FORM = "yyyy-MM-dd'T'HH:mm";

const shownAs = (iso: string) =>
  iso ? DateTime.fromISO(iso).toFormat(FORM) : '';

/** A moment in the reader's own time zone; ISO 8601 outside, empty = none. */
export function MomentField(props: {
  label: string;
  value: string;
  onChange: (iso: string) => void;
}) {
  const { label, value, onChange } = props;
  // Half a moment is typed for a while, and is none yet.
  const [text, setText] = useState(shownAs(value));
  useEffect(() => setText(shownAs(value)), [value]);
  const type = (typed: string) => {
    setText(typed);
    const moment = DateTime.fromISO(typed);
    if (typed === '' || moment.isValid) {
      onChange(typed === '' ? '' : moment.toUTC().toISO() ?? '');
    }
  };
  return (
    <TextField
      fullWidth
      size="small"
      variant="outlined"
      type="datetime-local"
      label={label}
      value={text}
      onChange={event => type(event.target.value)}
      InputLabelProps={{ shrink: true }}
      inputProps={{ 'aria-label': label, style: { fontSize: '0.8125rem' } }}
    />
  );
}
