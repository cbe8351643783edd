// SPDX-License-Identifier: Apache-2.0
import { useSearchParams } from 'react-router-dom';
import { Content, Link } from '@backstage/core-components';
import { allStates } from '../src/examples/all';
import { Stage } from './Stage';

/** A list of all examples, and the one that `?show=Component.State` names. */
export function Gallery() {
  const [search] = useSearchParams();
  const [component = '', name = ''] = (search.get('show') ?? '').split('.');
  const state = allStates[component]?.[name];
  return (
    <Content>
      {state ? (
        <Stage api={state.api}>{state.render()}</Stage>
      ) : (
        Object.entries(allStates).map(([each, states]) => (
          <section key={each}>
            <h2>{each}</h2>
            <ul>
              {Object.keys(states).map(key => (
                <li key={key}>
                  <Link to={`?show=${each}.${key}`}>{key}</Link>
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
    </Content>
  );
}
