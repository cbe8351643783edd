// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { type Choice, nameOf } from '../../model/choice';
import { useWords } from '../../translation/useWords';

/** A field that proposes values while one types; empty means any. */
export function ChoiceField(props: {
  label: string;
  choices: Choice[];
  /** Empty = none chosen. */
  value: string;
  /** Takes what was typed even where nothing like it is proposed. */
  free?: boolean;
  clearable?: boolean;
  onType?: (text: string) => void;
  onChange: (value: string) => void;
}) {
  const t = useWords();
  const { label, choices, value, free = false, clearable = true } = props;
  const [text, setText] = useState('');
  const chosen: Choice | null =
    value === ''
      ? null
      : choices.find(each => each.value === value) ?? {
          value,
          label: nameOf(value),
        };
  const type = (typed: string) => {
    setText(typed);
    props.onType?.(typed);
  };
  return (
    <Autocomplete
      size="small"
      fullWidth
      freeSolo={free}
      autoHighlight={!free}
      disableClearable={!clearable}
      options={choices}
      value={chosen}
      inputValue={text}
      onInputChange={(_event, typed) => type(typed)}
      onChange={(_event, choice) =>
        props.onChange(
          typeof choice === 'string' ? choice.trim() : choice?.value ?? '',
        )
      }
      getOptionLabel={choice =>
        typeof choice === 'string' ? choice : choice.label
      }
      getOptionSelected={(one, other) => one.value === other.value}
      noOptionsText={t('filter.nothing')}
      renderInput={params => (
        <TextField {...params} label={label} variant="outlined" />
      )}
    />
  );
}
