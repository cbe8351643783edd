// SPDX-License-Identifier: Apache-2.0
import { Agent, request } from 'node:https';
import { load } from 'js-yaml';
import {
  KubeConfig,
  KubernetesObjectApi,
  Watch,
} from '@kubernetes/client-node';
import { Json } from '../objects';
import { DemoCluster } from '../startDemoCluster';

export interface RawAnswer {
  code: number;
  headers: Record<string, string | string[] | undefined>;
  body: Json;
}

export interface RawRequest {
  method?: string;
  body?: Json;
  contentType?: string;
  accept?: string;
  /** Another one than the client's; empty for none. */
  token?: string;
}

/** A client of a demo cluster that goes through its socket as any other would. */
export class TestClient {
  readonly config = new KubeConfig();
  readonly objects: KubernetesObjectApi;
  readonly #agent: Agent;

  constructor(
    private readonly cluster: DemoCluster,
    private readonly token = cluster.adminToken,
  ) {
    const text = cluster.kubeconfig();
    this.config.loadFromString(text);
    this.objects = KubernetesObjectApi.makeApiClient(this.config);
    const ca = Buffer.from(
      (load(text) as Json).clusters[0].cluster['certificate-authority-data'],
      'base64',
    );
    this.#agent = new Agent({ ca, keepAlive: true });
  }

  /** A request as it goes over the wire; refusals are answers, not errors. */
  raw(
    path: string,
    {
      method = 'GET',
      body,
      contentType = 'application/json',
      accept,
      token,
    }: RawRequest = {},
  ): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      const text = body === undefined ? '' : JSON.stringify(body);
      const headers = {
        ...(token !== '' && { authorization: `Bearer ${token ?? this.token}` }),
        ...(accept && { accept }),
        ...(text && {
          'content-type': contentType,
          'content-length': Buffer.byteLength(text),
        }),
      };
      const outgoing = request(
        `${this.cluster.url}${path}`,
        { method, headers, agent: this.#agent },
        response => {
          const chunks: Buffer[] = [];
          response.on('data', chunk => chunks.push(chunk));
          response.on('end', () => {
            const answer = Buffer.concat(chunks).toString();
            const isJson =
              response.headers['content-type']?.startsWith('application/json');
            resolve({
              code: response.statusCode!,
              headers: response.headers,
              body: isJson ? JSON.parse(answer) : answer,
            });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(text);
    });
  }

  /** Server-side apply of a whole object. */
  apply(
    path: string,
    body: Json,
    query = 'fieldManager=test',
  ): Promise<RawAnswer> {
    return this.raw(`${path}?${query}`, {
      method: 'PATCH',
      body,
      contentType: 'application/apply-patch+yaml',
    });
  }

  post(path: string, body: Json): Promise<RawAnswer> {
    return this.raw(path, { method: 'POST', body });
  }

  /** The body of an answer that must be a success. @throws Error with the server's message */
  static ok({ code, body }: RawAnswer): Json {
    if (code >= 400) throw new Error(`${code}: ${body.message}`);
    return body;
  }

  /** Waits, by a watch, until the objects at a collection are as wanted, and returns them. */
  until(
    collection: string,
    wanted: (objects: Json[]) => boolean,
  ): Promise<Json[]> {
    return new Promise((resolve, reject) => {
      const present = new Map<string, Json>();
      let controller: AbortController | undefined;
      let done = false;
      const check = () => {
        if (done || !wanted([...present.values()])) return;
        done = true;
        controller?.abort();
        resolve([...present.values()]);
      };
      this.raw(collection)
        .then(({ body }) => {
          const { apiVersion, kind } = body;
          for (const item of body.items) {
            present.set(item.metadata.name, {
              apiVersion,
              kind: kind.replace(/List$/, ''),
              ...item,
            });
          }
          check();
          if (done) return undefined;
          return new Watch(this.config).watch(
            collection,
            { resourceVersion: body.metadata.resourceVersion },
            (type, object) => {
              if (type === 'DELETED') present.delete(object.metadata.name);
              else present.set(object.metadata.name, object);
              check();
            },
            error =>
              !done &&
              reject(error ?? new Error(`The watch of ${collection} ended`)),
          );
        })
        .then(opened => {
          controller = opened;
          if (done) opened?.abort();
        }, reject);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
