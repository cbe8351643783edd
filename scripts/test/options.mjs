// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';

export const USAGE = `npm test -- [options]

  --suite NAME     run this suite only; may be given several times
  --except NAME    leave this suite out, on purpose; may be given several times
  --require-all    fail when a suite could not run, or a test was left out
  --help           this text

Suites: format, lint, types, api-reports, alerts, scripts, unit, system,
contract, pods, browser. At the end it says which did not run and what they
need.`;

/** Reads the command line. */
export function readOptions(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      suite: { type: 'string', multiple: true, default: [] },
      except: { type: 'string', multiple: true, default: [] },
      'require-all': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    suites: values.suite,
    except: values.except,
    requireAll: values['require-all'],
    help: values.help,
  };
}
