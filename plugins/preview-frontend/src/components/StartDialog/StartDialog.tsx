// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import type {
  EntityOptions,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { useStart } from '../../actions/useStart';
import { useNow } from '../../clock/useNow';
import { usePreflight } from '../../hooks/usePreflight';
import { presentAt } from '../../model/present';
import { endOfForm, formProblem, toStartRequest } from '../../model/startForm';
import { useWords } from '../../translation/useWords';
import { RefusalNote } from '../ActionBar/RefusalNote';
import { PresentNote } from '../PresentNote/PresentNote';
import { FormDialog } from '../ui';
import { Checks } from './Checks';
import { StartFields } from './StartFields';
import { useFormWords } from './useFormWords';
import { useStartForm } from './useStartForm';

/** Starts a preview of a service. */
export function StartDialog(props: {
  name: string;
  options: EntityOptions;
  /** Previews of the service that are known to run. */
  active: PreviewSession[];
  onStarted: (session: PreviewSession) => void;
  onClose: () => void;
}) {
  const { name, active, onStarted, onClose } = props;
  // As they were at first: each load proposes another key, and whoever has
  // copied the one that is shown keeps it.
  const [options] = useState(props.options);
  const t = useWords();
  const state = useStartForm(options);
  const { form, context } = state;
  const problem = formProblem(form, context);
  const request = problem ? null : toStartRequest(form, context);
  const preflight = usePreflight(request);
  const { busy, refusal, start } = useStart(name);
  const words = useFormWords(problem, preflight, refusal, context);
  const report = preflight.state === 'done' ? preflight.report : null;
  const now = useNow(10_000);
  const present = presentAt(active, context.target, form.key);
  const submit = async () => {
    const session = request && (await start(request));
    if (session) {
      onStarted(session);
      onClose();
    }
  };
  return (
    <FormDialog
      title={t('start.title', { name })}
      submit={t(present ? 'action.update.submit' : 'start.submit')}
      problem={words.problem}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <StartFields
        options={options}
        state={state}
        words={words}
        report={report}
      />
      {present && (
        <PresentNote
          present={present}
          image={request?.image ?? null}
          expiresAt={request ? endOfForm(form, now) : undefined}
        />
      )}
      <Checks
        preflight={preflight}
        problem={problem}
        name={name}
        told={present ? ['exists'] : []}
      />
      <RefusalNote refusal={words.elsewhere} />
    </FormDialog>
  );
}
