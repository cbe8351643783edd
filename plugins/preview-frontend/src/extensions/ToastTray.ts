// SPDX-License-Identifier: Apache-2.0
import type {
  ToastApi,
  ToastApiMessage,
  ToastApiPostResult,
} from '@backstage/frontend-plugin-api';

/** What the tray needs of the app. */
export type Toaster = Pick<ToastApi, 'post'>;

/**
 * Our toasts and our dialogs, of which only one kind is up at a time: the
 * app shows toasts above everything at the bottom of the window, which is
 * where a dialog has its buttons.
 */
export class ToastTray {
  private readonly up: ToastApiPostResult[] = [];
  private readonly waiting: ToastApiMessage[] = [];
  private dialogs = 0;

  constructor(private readonly toaster: Toaster) {}

  /** Shows a toast, or keeps it until no dialog is open any more. */
  post(toast: ToastApiMessage): void {
    if (this.dialogs > 0) {
      this.waiting.push(toast);
    } else {
      this.up.push(this.toaster.post(toast));
    }
  }

  /**
   * To be called when a dialog opens: puts away the toasts that are up, which
   * whoever opened it has had before their eyes.
   *
   * @returns to be called once when it closes
   */
  makeRoom(): () => void {
    this.dialogs += 1;
    this.up.splice(0).forEach(toast => toast.close());
    return () => {
      this.dialogs -= 1;
      if (this.dialogs === 0) {
        this.waiting.splice(0).forEach(toast => this.post(toast));
      }
    };
  }
}

const trays = new WeakMap<Toaster, ToastTray>();

/** The one tray of an app. */
export function trayOf(toaster: Toaster): ToastTray {
  const known = trays.get(toaster) ?? new ToastTray(toaster);
  trays.set(toaster, known);
  return known;
}
