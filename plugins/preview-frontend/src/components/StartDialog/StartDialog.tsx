// SPDX-License-Identifier: Apache-2.0
import type {
  EntityOptions,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { useStart } from '../../actions/useStart';
import { usePreflight } from '../../hooks/usePreflight';
import { formProblem, toStartRequest } from '../../model/startForm';
import { useWords } from '../../translation/useWords';
import { RefusalNote } from '../ActionBar/RefusalNote';
import { FormDialog } from '../ui';
import { Checks } from './Checks';
import { StartFields } from './StartFields';
import { useFormWords } from './useFormWords';
import { useStartForm } from './useStartForm';

/** Starts a preview of a service. */
export function StartDialog(props: {
  name: string;
  options: EntityOptions;
  onStarted: (session: PreviewSession) => void;
  onClose: () => void;
}) {
  const { name, options, onStarted, onClose } = props;
  const t = useWords();
  const state = useStartForm(options);
  const { form, context } = state;
  const problem = formProblem(form, context);
  const request = problem ? null : toStartRequest(form, context);
  const preflight = usePreflight(request);
  const { busy, refusal, start } = useStart(name);
  const words = useFormWords(problem, preflight, refusal, context);
  const report = preflight.state === 'done' ? preflight.report : null;
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
      submit={t('start.submit')}
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
      <Checks preflight={preflight} problem={problem} name={name} />
      <RefusalNote refusal={words.elsewhere} />
    </FormDialog>
  );
}
