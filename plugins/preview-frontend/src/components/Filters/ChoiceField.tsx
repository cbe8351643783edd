// SPDX-License-Identifier: Apache-2.0
import { useMemo, useRef, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import Autocomplete, {
  createFilterOptions,
} from '@material-ui/lab/Autocomplete';
import { type Choice, nameOf } from '../../model/choice';
import { useWords } from '../../translation/useWords';

/** The catalog may have found it by its name or by its title. */
const byBoth = createFilterOptions<Choice>({
  stringify: ({ label, value }) => `${label} ${value}`,
});

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
  // What was proposed once keeps its name when other things are proposed.
  const names = useRef(new Map<string, string>());
  choices.forEach(each => names.current.set(each.value, each.label));
  const name = names.current.get(value) ?? nameOf(value);
  // Another object would undo what is being typed.
  const chosen = useMemo(
    () => (value === '' ? null : { value, label: name }),
    [value, name],
  );
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
      filterOptions={byBoth}
      onInputChange={(_event, typed, why) => {
        setText(typed);
        // The name of what is chosen is no search.
        props.onType?.(why === 'reset' ? '' : typed);
      }}
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
