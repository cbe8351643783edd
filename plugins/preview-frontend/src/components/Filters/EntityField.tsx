// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useEntityChoices } from '../../hooks/useEntityChoices';
import type { Choice } from '../../model/choice';
import { ChoiceField } from './ChoiceField';

/** Chooses an entity of the catalog. */
export function EntityField(props: {
  label: string;
  kind: string;
  /** Choices besides those of the catalog; they come first. */
  first?: Choice[];
  value: string;
  clearable?: boolean;
  /** Takes a name that the catalog does not know. */
  free?: boolean;
  onChange: (value: string) => void;
}) {
  const { kind, first = [], value } = props;
  const [typed, setTyped] = useState('');
  const found = useEntityChoices(kind, typed);
  return (
    <ChoiceField
      label={props.label}
      choices={[...first, ...found]}
      value={value}
      clearable={props.clearable}
      free={props.free}
      onType={setTyped}
      onChange={props.onChange}
    />
  );
}
