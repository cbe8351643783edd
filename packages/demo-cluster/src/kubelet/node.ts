// SPDX-License-Identifier: Apache-2.0
import { Json } from '../objects';

export const NODE_NAME = 'demo-node';
export const NODE_IP = '127.0.0.1';

const RESOURCES = {
  cpu: '16',
  memory: '64Gi',
  pods: '1000',
  'ephemeral-storage': '200Gi',
};

const CONDITIONS = [
  [
    'MemoryPressure',
    'False',
    'KubeletHasSufficientMemory',
    'kubelet has sufficient memory available',
  ],
  [
    'DiskPressure',
    'False',
    'KubeletHasNoDiskPressure',
    'kubelet has no disk pressure',
  ],
  [
    'PIDPressure',
    'False',
    'KubeletHasSufficientPID',
    'kubelet has sufficient PID available',
  ],
  ['Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'],
];

/** The node object itself. */
export function nodeBody(): Json {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: NODE_NAME,
      labels: {
        'kubernetes.io/hostname': NODE_NAME,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': process.arch === 'arm64' ? 'arm64' : 'amd64',
      },
    },
    spec: { podCIDR: '127.0.0.0/8' },
  };
}

export function nodeStatus(now: string): Json {
  return {
    capacity: RESOURCES,
    allocatable: RESOURCES,
    conditions: CONDITIONS.map(([type, status, reason, message]) => ({
      type,
      status,
      reason,
      message,
      lastHeartbeatTime: now,
      lastTransitionTime: now,
    })),
    addresses: [
      { type: 'InternalIP', address: NODE_IP },
      { type: 'Hostname', address: NODE_NAME },
    ],
    nodeInfo: {
      architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
      bootID: '',
      containerRuntimeVersion: 'demo://1.0.0',
      kernelVersion: '',
      kubeProxyVersion: '',
      kubeletVersion: 'v1.36.2+demo',
      machineID: '',
      operatingSystem: 'linux',
      osImage: 'Node.js',
      systemUUID: '',
    },
  };
}
